package tributary.lake;

/**
 * Who owns a lake, as its file beside the lake says.
 *
 * @param pid the owning process
 * @param command the command it runs
 * @param since when it became the owner, ISO-8601 in UTC
 * @param serves whether it serves the catalog to other processes
 */
record Owner(long pid, String command, String since, boolean serves) {
  boolean isAlive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}

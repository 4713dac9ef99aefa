package tributary.generate;

/** Where customers live, with the share of them; all pay in the same currency. */
enum Country {
  GERMANY("Germany", 0.34),
  FRANCE("France", 0.24),
  NETHERLANDS("Netherlands", 0.16),
  SPAIN("Spain", 0.12),
  IRELAND("Ireland", 0.08),
  AUSTRIA("Austria", 0.06);

  private final String title;
  private final double share;

  Country(String title, double share) {
    this.title = title;
    this.share = share;
  }

  /** As it stands in the files. */
  String title() {
    return title;
  }

  /** Share of customers. */
  double share() {
    return share;
  }
}

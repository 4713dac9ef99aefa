/**
 * What the user asked for: settings by flag, environment variable, configuration file or default,
 * read once into one immutable record per command. Imports no engine and no other room.
 */
package tributary.config;

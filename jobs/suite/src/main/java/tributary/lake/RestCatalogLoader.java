package tributary.lake;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.flink.CatalogLoader;
import org.apache.iceberg.rest.RESTCatalog;
import org.apache.iceberg.rest.auth.AuthProperties;
import org.apache.iceberg.rest.auth.OAuth2Properties;

/**
 * Opens a client of a REST catalog, on task managers too, without Hadoop's configuration unless the
 * catalog's files need it.
 */
final class RestCatalogLoader implements CatalogLoader {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final HashMap<String, String> properties;

  private RestCatalogLoader(String name, Map<String, String> properties) {
    this.name = name;
    this.properties = new HashMap<>(properties);
  }

  /** A client of an endpoint of our own. */
  static RestCatalogLoader ofEndpoint(String name, URI endpoint, String token) {
    return new RestCatalogLoader(
        name,
        Map.of(
            CatalogProperties.URI,
            endpoint.toString(),
            AuthProperties.AUTH_TYPE,
            AuthProperties.AUTH_TYPE_NONE,
            "header.Authorization",
            "Bearer " + token,
            CatalogProperties.FILE_IO_IMPL,
            LocalFileIO.class.getName()));
  }

  /** A client of a catalog that is not ours, with its properties as they are. */
  static RestCatalogLoader ofCatalog(String name, URI uri, Map<String, String> properties) {
    HashMap<String, String> all = new HashMap<>(properties);
    all.put(CatalogProperties.URI, uri.toString());
    if (all.containsKey(OAuth2Properties.TOKEN) || all.containsKey(OAuth2Properties.CREDENTIAL)) {
      all.putIfAbsent(AuthProperties.AUTH_TYPE, AuthProperties.AUTH_TYPE_OAUTH2);
    }
    return new RestCatalogLoader(name, all);
  }

  @Override
  public Catalog loadCatalog() {
    RESTCatalog catalog = new RESTCatalog();
    if (!properties.containsKey(CatalogProperties.FILE_IO_IMPL)) {
      catalog.setConf(new Configuration());
    }
    catalog.initialize(name, properties);
    return catalog;
  }

  @Override
  public RestCatalogLoader clone() {
    return new RestCatalogLoader(name, properties);
  }

  @Override
  public String toString() {
    return "RestCatalogLoader[" + name + "]";
  }
}

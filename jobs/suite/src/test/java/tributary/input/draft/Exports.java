package tributary.input.draft;

import java.util.ArrayList;
import java.util.List;

/** Made-up exports of shops and tills, as their programs write them. */
public final class Exports {
  private static final List<String> GOODS =
      List.of("A-101,Blue mug,4.50", "A-102,Tea pot,21.90", "A-103,Milk jug,1249.00");

  private Exports() {}

  private static String[] goods(int number) {
    return GOODS.get(number % GOODS.size()).split(",");
  }

  private static String german(double number) {
    String digits = "%,.2f".formatted(Math.abs(number)).replace(',', '_').replace('.', ',');
    return digits.replace('_', '.') + (number < 0 ? "-" : "");
  }

  /** Two stores' tills whose receipt numbers start again each day; 4 days, 96 lines. */
  public static String tills() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Filiale;Datum;Uhrzeit;Bonnr;Artikelnr;Artikel;Menge;Einzelpreis;Betrag;Karte;Storno");
    for (int i = 0; i < 96; i++) {
      String[] goods = goods(i);
      int units = 1 + i % 3;
      double price = Double.parseDouble(goods[2]);
      boolean isDeposit = i % 24 == 23;
      lines.add(
          String.join(
              ";",
              i / 12 % 2 == 0 ? "Berlin" : "K\u00f6ln",
              "%02d.03.25".formatted(14 + i / 24),
              "%02d:15".formatted(9 + i / 2 % 6),
              String.valueOf(1 + i / 2 % 6),
              isDeposit ? "PFAND" : goods[0],
              isDeposit ? "Pfand Kasten" : goods[1],
              isDeposit ? "1" : String.valueOf(units),
              german(isDeposit ? 3.3 : price),
              german(isDeposit ? 3.3 : price * units),
              "K" + i / 2 % 6,
              i % 40 == 5 ? "J" : "N"));
    }
    return String.join("\n", lines) + "\n";
  }

  /** A list of invoices with a minus behind its number; 40 lines, every tenth negative. */
  public static String invoices() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Fakturanummer;Pos.;Fakturadatum;Auftraggeber;Material;Materialkurztext;"
            + "Fakt. Menge;ME;Nettowert;W\u00e4hrg;Warengruppe");
    for (int i = 0; i < 40; i++) {
      String[] goods = goods(i);
      int units = 1 + i % 4;
      int sign = i % 10 == 9 ? -1 : 1;
      lines.add(
          String.join(
              ";",
              String.valueOf(90001000 + i / 2),
              String.valueOf(10 + i % 2 * 10),
              "%02d.01.2025".formatted(1 + i / 2),
              "%010d".formatted(100 + i / 2 % 7),
              "%018d".formatted(4000 + i % GOODS.size()),
              goods[1],
              units + ",000" + (sign < 0 ? "-" : ""),
              "ST",
              german(sign * units * Double.parseDouble(goods[2])),
              "EUR",
              "WG" + i % 2));
    }
    return String.join("\r\n", lines) + "\r\n";
  }

  /** A marketplace's settlement: a line of sums, then 20 orders of 3 lines, the last a refund. */
  public static String settlement() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "settlement-id\ttotal-amount\tcurrency\ttransaction-type\torder-id\tamount-type\t"
            + "amount-description\tamount\tposted-date\tposted-date-time\tsku\tquantity-purchased");
    lines.add("17001\t1234.56\tEUR" + "\t".repeat(9));
    for (int i = 0; i < 20; i++) {
      String[] goods = goods(i);
      double sign = i == 19 ? -1 : 1;
      double price = sign * Double.parseDouble(goods[2]);
      String time = "2025-03-%02d".formatted(1 + i);
      String order = "17001\t\t\t%s\t302-%07d\t".formatted(i == 19 ? "Refund" : "Order", i);
      String end = "%s\t%s 10:15:00 UTC\t%s\t".formatted(time, time, goods[0]);
      lines.add(order + "ItemPrice\tPrincipal\t%.2f\t".formatted(price) + end + "1");
      lines.add(order + "ItemPrice\tTax\t%.2f\t".formatted(price * 0.19) + end);
      lines.add(order + "ItemFees\tCommission\t%.2f\t".formatted(-price * 0.15) + end);
    }
    return String.join("\n", lines) + "\n";
  }

  /** A shop's orders, what is true of a whole order in its first row alone; 10 orders, 20 lines. */
  public static String orders() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Order,Placed at,Order status,Currency,Total,Item SKU,Item name,Qty,Item price,Customer email");
    for (int i = 0; i < 20; i++) {
      String[] goods = goods(i);
      String state = i / 2 % 5 == 4 ? "Refunded" : "Completed";
      String first = "2025-02-%02d 09:30:00 +0100,%s,EUR,99.00".formatted(13 + i / 2, state);
      lines.add(
          "#%d,%s,%s,%s,%d,%s,c%d@example.org"
              .formatted(
                  1001 + i / 2,
                  i % 2 == 0 ? first : ",,,",
                  goods[0],
                  goods[1],
                  1 + i % 3,
                  goods[2],
                  i / 2 % 4));
    }
    return String.join("\n", lines) + "\n";
  }

  /** Lines without a header; quantity x price = amount. */
  public static String withoutHeader() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String[] goods = goods(i);
      int units = 1 + i % 4;
      lines.add(
          "2025-01-%02d %02d:15:00|%d|%s|%s|%d|%s|%.2f|%d"
              .formatted(
                  1 + i / 6,
                  9 + i / 2 % 3,
                  100 + i / 2,
                  goods[0],
                  goods[1],
                  units,
                  goods[2],
                  units * Double.parseDouble(goods[2]),
                  500 + i / 2 % 7));
    }
    return String.join("\n", lines) + "\n";
  }
}

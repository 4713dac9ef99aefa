"""Splits a retailer's CSV file into days, and poisons some of them.

    python3 bench/days.py FILE DIRECTORY FROM DAYS EVERY

Writes before.csv, DAY.csv for each day from FROM on, and for one of EVERY days (0: none)
DAY.POISON.STRENGTH.0.csv, and .1.csv to .5.csv for the trading days after it.
Prints the days, those poisoned with a *.
"""

import csv
import gzip
import random
import sys

COLUMNS = {
    "InvoiceNo": ("InvoiceNo", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID"),
    "transaction_id": ("transaction_id", "quantity", "sold_at", "unit_price", "customer_id"),
}
STRENGTHS = ("half", "whole", "double")


def day_of(time):
    """The day of a time such as 2011-12-09 12:50:00 or 12/9/2011 12:50."""
    date = time.split(" ")[0]
    if "/" not in date:
        return date[:10]
    month, day, year = date.split("/")
    return f"{year}-{month:0>2}-{day:0>2}"


def chosen(text, share):
    """Whether a text is of a share of all texts, the same ones each time."""
    return random.Random(f"7 {text}").random() < share


class Poisons:
    """Each changes a row of a day by a strength of 0, 1 or 2; None takes it out."""

    def __init__(self, header):
        names = next(names for key, names in COLUMNS.items() if key in header)
        self.invoice, self.quantity, self.time, self.price, self.customer = (
            header.index(name) for name in names
        )
        self.names = [name[7:] for name in dir(self) if name.startswith("poison_")]

    def with_field(self, row, field, text):
        return [text if i == field else old for i, old in enumerate(row)]

    def poison_quantities(self, row, strength):
        times = (500, 1000, 2000)[strength]
        return self.with_field(row, self.quantity, f"{float(row[self.quantity]) * times:.0f}")

    def poison_prices(self, row, strength):
        times = (1.075, 1.15, 1.3)[strength]
        return self.with_field(row, self.price, f"{float(row[self.price]) * times:.2f}")

    def poison_prices_of_some_lines(self, row, strength):
        share = (0.25, 0.5, 1)[strength]
        return self.poison_prices(row, 1) if chosen(repr(row), share) else row

    def poison_pence(self, row, strength):
        times = (50, 100, 200)[strength]
        return self.with_field(row, self.price, f"{float(row[self.price]) * times:.2f}")

    def poison_one_customer(self, row, strength):
        share = (0.5, 0.75, 1)[strength]
        is_changed = chosen(row[self.invoice], share)
        return self.with_field(row, self.customer, "17850") if is_changed else row

    def poison_customers_blanked(self, row, strength):
        share = (0.25, 0.5, 1)[strength]
        is_changed = chosen(row[self.customer], share)
        return self.with_field(row, self.customer, "") if is_changed else row

    def poison_customers_missing(self, row, strength):
        share = (0.25, 0.5, 0.9)[strength]
        return None if row[self.customer] and chosen(row[self.customer], share) else row

    def poison_delivered_again(self, row, strength):
        share = (0.5, 1, 1)[strength]
        if not chosen(row[self.invoice], share):
            return row
        text = row[self.invoice]
        other = "C9" + text[1:] if text.startswith("C") else "9" + text
        return self.with_field(row, self.invoice, other)


def write(directory, name, header, rows):
    with open(f"{directory}/{name}.csv", "w", newline="", encoding="utf-8", errors="surrogateescape") as file:
        csv.writer(file).writerows([header, *rows])


def main(source, directory, first, count, every):
    opened = gzip.open if source.endswith(".gz") else open
    with opened(source, "rt", newline="", encoding="utf-8", errors="surrogateescape") as file:
        header, *rows = csv.reader(file)
    poisons = Poisons(header)
    by_day = {}
    for row in rows:
        by_day.setdefault(day_of(row[poisons.time]), []).append(row)
    days = sorted(day for day in by_day if day >= first)
    delivered = days[: int(count)]
    write(directory, "before", header, [r for d in sorted(by_day) if d < first for r in by_day[d]])
    for number, day in enumerate(delivered):
        write(directory, day, header, by_day[day])
        is_poisoned = int(every) > 0 and number % int(every) == 0
        print(day + ("*" if is_poisoned else ""))
        if not is_poisoned:
            continue
        for name in poisons.names:
            change = getattr(poisons, f"poison_{name}")
            for strength, word in enumerate(STRENGTHS):
                for after, later in enumerate(days[number : number + 6]):
                    before = [d for d in sorted(by_day) if d < later][-1]
                    origin = by_day[before] if name == "delivered_again" else by_day[later]
                    changed = [change(row, strength) for row in origin]
                    kept = [row for row in changed if row]
                    write(directory, f"{day}.{name}.{word}.{after}", header, kept)


main(*sys.argv[1:])

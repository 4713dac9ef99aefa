"""Splits the Online Retail file into months, and poisons one of them.

    python3 bench/months.py FILE DIRECTORY
"""

import csv
import random
import sys

INVOICE, QUANTITY, TIME, PRICE, CUSTOMER = 0, 3, 4, 5, 6


def changed(rows, column, change):
    return [
        [change(field, row) if i == column else field for i, field in enumerate(row)]
        for row in rows
    ]


def main(source, directory):
    with open(source, newline="", encoding="utf-8", errors="replace") as file:
        header, *rows = csv.reader(file)

    def month(*names):
        return [row for row in rows if row[TIME][:7] in names]

    def write(name, lines):
        with open(f"{directory}/{name}.csv", "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([header, *lines])

    good = month("2011-09")
    customers = sorted({row[CUSTOMER] for row in good if row[CUSTOMER]})
    gone = set(random.Random(3).sample(customers, len(customers) // 2))
    write("2011-06-to-08", month("2011-06", "2011-07", "2011-08"))
    write("2011-09", good)
    write("quantities-x-1000", changed(good, QUANTITY, lambda text, _: text + "000"))
    write("one-customer-everywhere", changed(good, CUSTOMER, lambda *_: "17850.0"))
    write(
        "half-of-the-customers-missing",
        [row for row in good if row[CUSTOMER] not in gone],
    )
    write(
        "prices-in-euro",
        changed(good, PRICE, lambda text, _: f"{float(text) * 1.15:.2f}"),
    )
    write(
        "delivered-twice-with-other-ids",
        changed(
            month("2011-08"),
            INVOICE,
            lambda text, _: "C9" + text[1:] if text.startswith("C") else "9" + text,
        ),
    )


main(*sys.argv[1:])

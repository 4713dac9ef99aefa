package tributary.generate;

import java.math.BigDecimal;

/** Part of what a customer takes to the till: some pieces of a product, at today's price. */
record BasketItem(Product product, int quantity, BigDecimal unitPrice) {}

-- Who is a member, where customers are compared by what they did.
SELECT *, is_wanted AS is_in_population FROM window_shoppers;

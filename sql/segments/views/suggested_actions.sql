-- Edit freely: what a marketer is advised to do with a segment. A segment takes
-- the line of its name; else the line of the feature that sets it apart most,
-- low or high; else the last line.
SELECT
  CAST(applies_to AS STRING) AS applies_to,
  CAST(suggested_action AS STRING) AS suggested_action
FROM (VALUES
  (
    'High Spenders',
    'Keep them: early access, personal service and a loyalty reward; never open with a discount.'
  ),
  (
    'Frequent Shoppers',
    'Raise the basket: bundles and recommendations beside what they buy anyway.'
  ),
  (
    'Occasional Buyers',
    'Bring them back: a reminder with products close to their last purchase.'
  ),
  (
    'Value Seekers',
    'Offer value: multi-buy prices and clearance, announced by a low-cost channel.'
  ),
  (
    'high gross_spend',
    'Keep them: reward loyalty before they look elsewhere.'
  ),
  (
    'low gross_spend',
    'Make a second purchase easy: a small incentive with a date on it.'
  ),
  (
    'high shopping_days',
    'Raise the basket: bundles and recommendations beside what they buy anyway.'
  ),
  (
    'low shopping_days',
    'Bring them back: a reminder with products close to their last purchase.'
  ),
  (
    'high spend_per_item',
    'Show the best: premium ranges and new arrivals.'
  ),
  (
    'low spend_per_item',
    'Offer value: multi-buy prices and clearance, announced by a low-cost channel.'
  ),
  (
    'high recency_days',
    'Win them back: ask what changed, and offer one good reason to return.'
  ),
  (
    'high return_rate',
    'Look at what comes back: better product information before more advertising.'
  ),
  (
    'any other segment',
    'Test two offers on a part of the segment, and keep the one that sells.'
  )
) AS actions(applies_to, suggested_action);

-- The public "Marketing Campaign" file: customers of a food retailer, and what
-- they spent and did in two years. Tabs, semicolons or commas are found by the
-- header.
CREATE TEMPORARY TABLE marketing_campaign (
  ID STRING,
  Year_Birth STRING,
  Education STRING,
  Marital_Status STRING,
  Income STRING,
  Kidhome STRING,
  Teenhome STRING,
  Dt_Customer STRING,
  Recency STRING,
  MntWines STRING,
  MntFruits STRING,
  MntMeatProducts STRING,
  MntFishProducts STRING,
  MntSweetProducts STRING,
  MntGoldProds STRING,
  NumDealsPurchases STRING,
  NumWebPurchases STRING,
  NumCatalogPurchases STRING,
  NumStorePurchases STRING,
  NumWebVisitsMonth STRING,
  AcceptedCmp1 STRING,
  AcceptedCmp2 STRING,
  AcceptedCmp3 STRING,
  AcceptedCmp4 STRING,
  AcceptedCmp5 STRING,
  Response STRING,
  Complain STRING
) WITH (
  'connector' = 'retail-files',
  'encoding' = 'utf-8,windows-1252',
  'last-line' = 'may-be-open'
);

SELECT
  line,
  CODE_TEXT(ID) AS customer_id,
  NUMBER_TEXT(Year_Birth) AS birth_year,
  Education AS education,
  Marital_Status AS has_partner,
  NUMBER_TEXT(Income) AS income,
  NUMBER_TEXT(Kidhome) AS children_at_home,
  NUMBER_TEXT(Teenhome) AS teenagers_at_home,
  TIMESTAMP_TEXT(
    Dt_Customer,
    'dd-MM-yyyy', 'd-M-yyyy', 'yyyy-MM-dd', 'yyyy-MM-dd HH:mm:ss',
    'd/M/yyyy', 'd.M.yyyy'
  ) AS enrolled_on,
  JSON_OBJECT(
    'days_since_last_purchase' VALUE NUMBER_TEXT(Recency),
    'spend_wines' VALUE NUMBER_TEXT(MntWines),
    'spend_fruits' VALUE NUMBER_TEXT(MntFruits),
    'spend_meat' VALUE NUMBER_TEXT(MntMeatProducts),
    'spend_fish' VALUE NUMBER_TEXT(MntFishProducts),
    'spend_sweets' VALUE NUMBER_TEXT(MntSweetProducts),
    'spend_gold' VALUE NUMBER_TEXT(MntGoldProds),
    'purchases_discounted' VALUE NUMBER_TEXT(NumDealsPurchases),
    'purchases_web' VALUE NUMBER_TEXT(NumWebPurchases),
    'purchases_catalog' VALUE NUMBER_TEXT(NumCatalogPurchases),
    'purchases_store' VALUE NUMBER_TEXT(NumStorePurchases),
    'web_visits_last_month' VALUE NUMBER_TEXT(NumWebVisitsMonth),
    'accepted_campaign_1' VALUE NUMBER_TEXT(AcceptedCmp1),
    'accepted_campaign_2' VALUE NUMBER_TEXT(AcceptedCmp2),
    'accepted_campaign_3' VALUE NUMBER_TEXT(AcceptedCmp3),
    'accepted_campaign_4' VALUE NUMBER_TEXT(AcceptedCmp4),
    'accepted_campaign_5' VALUE NUMBER_TEXT(AcceptedCmp5),
    'accepted_last_campaign' VALUE NUMBER_TEXT(Response),
    'has_complained' VALUE NUMBER_TEXT(Complain)
    ABSENT ON NULL
  ) AS attributes
FROM marketing_campaign;

package tributary.generate;

import java.util.List;

/** What the retailer sells: five categories of five subcategories, each with its price range. */
enum Category {
  ELECTRONICS(
      "Electronics",
      100,
      800,
      Subcategory.of("Phones", "Smartphone", "Foldable Phone", "Rugged Phone"),
      Subcategory.of("Computers", "Laptop", "Tablet", "Mini Computer"),
      Subcategory.of("Audio", "Headphones", "Soundbar", "Record Player"),
      Subcategory.of("Cameras", "Compact Camera", "Action Camera", "Instant Camera"),
      Subcategory.of("Wearables", "Smartwatch", "Fitness Tracker", "Sleep Ring")),
  CLOTHING(
      "Clothing",
      15,
      150,
      Subcategory.of("Shirts", "Linen Shirt", "Polo Shirt", "Flannel Shirt"),
      Subcategory.of("Trousers", "Jeans", "Chinos", "Corduroy Trousers"),
      Subcategory.of("Dresses", "Summer Dress", "Wrap Dress", "Knit Dress"),
      Subcategory.of("Outerwear", "Rain Jacket", "Wool Coat", "Quilted Vest"),
      Subcategory.of("Shoes", "Sneakers", "Ankle Boots", "Loafers")),
  HOME(
      "Home",
      20,
      300,
      Subcategory.of("Kitchen", "Saucepan", "Knife Set", "Stand Mixer"),
      Subcategory.of("Furniture", "Side Table", "Bookcase", "Armchair"),
      Subcategory.of("Bedding", "Duvet", "Bed Linen", "Pillow Set"),
      Subcategory.of("Lighting", "Desk Lamp", "Floor Lamp", "Pendant Light"),
      Subcategory.of("Garden", "Plant Pot Set", "Garden Bench", "Hedge Trimmer")),
  SPORTS(
      "Sports",
      10,
      250,
      Subcategory.of("Fitness", "Dumbbell Set", "Yoga Mat", "Rowing Bench"),
      Subcategory.of("Running", "Running Shoes", "Hydration Vest", "Trail Poles"),
      Subcategory.of("Cycling", "Bike Helmet", "Pannier Bag", "Cycling Jersey"),
      Subcategory.of("Outdoor", "Tent", "Sleeping Bag", "Hiking Backpack"),
      Subcategory.of("Swimming", "Swim Goggles", "Wetsuit", "Training Fins")),
  BOOKS(
      "Books",
      5,
      60,
      Subcategory.of("Fiction", "Novel", "Short Stories", "Crime Thriller"),
      Subcategory.of("Science", "Astronomy Guide", "Biology Atlas", "Physics Primer"),
      Subcategory.of("Cooking", "Baking Book", "Vegetarian Cookbook", "Grill Manual"),
      Subcategory.of("Travel", "City Guide", "Road Atlas", "Island Journal"),
      Subcategory.of("Children", "Picture Book", "Bedtime Tales", "Puzzle Book"));

  private final String title;
  private final int lowestPriceCents;
  private final int highestPriceCents;
  private final List<Subcategory> subcategories;

  Category(String title, int lowestPrice, int highestPrice, Subcategory... subcategories) {
    this.title = title;
    this.lowestPriceCents = 100 * lowestPrice;
    this.highestPriceCents = 100 * highestPrice;
    this.subcategories = List.of(subcategories);
  }

  /** As it stands in the files. */
  String title() {
    return title;
  }

  /** The cheapest list price, in hundredths of the currency. */
  int lowestPriceCents() {
    return lowestPriceCents;
  }

  /** The dearest list price, in hundredths of the currency. */
  int highestPriceCents() {
    return highestPriceCents;
  }

  List<Subcategory> subcategories() {
    return subcategories;
  }
}

/** Builds the page's elements; texts are set as texts, never as markup. */
const page = (() => {
  function element(name, properties = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key in made && key !== "list") {
        made[key] = value;
      } else {
        made.setAttribute(key, value);
      }
    }
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  }

  function section(id) {
    return document.getElementById(id);
  }

  function lead(text) {
    return element("p", { className: "lead" }, text);
  }

  function note(text) {
    return element("p", { className: "note" }, text);
  }

  /** A card that says in a sentence why there is nothing to show. */
  function missing(title, sentence) {
    return element(
      "div",
      { className: "card" },
      element("h3", {}, title),
      element("p", {}, sentence),
    );
  }

  function facts(pairs) {
    const list = element("dl", { className: "facts" });
    for (const [term, value] of pairs) {
      if (value !== null && value !== undefined && value !== "") {
        list.append(element("dt", {}, term), element("dd", {}, value));
      }
    }
    return list;
  }

  /** Charts side by side where there is room. */
  function pair(...figures) {
    return element("div", { className: "pair" }, ...figures);
  }

  return { element, section, lead, note, missing, facts, pair };
})();

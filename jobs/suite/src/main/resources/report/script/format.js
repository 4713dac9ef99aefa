/** Numbers, money and days as people read them. */
const format = (() => {
  const language = "en-GB";
  let currency = null;

  /** @param code the lake's currency; XXX and null stand for none */
  function useCurrency(code) {
    currency = code && code !== "XXX" ? code : null;
  }

  function isMissing(value) {
    return value === null || value === undefined || Number.isNaN(value);
  }

  function number(value, digits = 0) {
    if (isMissing(value)) {
      return "–";
    }
    const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return Number(value).toLocaleString(language, options);
  }

  /** At most so many digits behind the point. */
  function short(value, digits = 2) {
    return isMissing(value)
      ? "–"
      : Number(value).toLocaleString(language, { maximumFractionDigits: digits });
  }

  /** As an axis has it: 1.2k, 3m, 0.035. */
  function compact(value) {
    const digits = Math.abs(value) < 1 ? 3 : Math.abs(value) < 10 ? 2 : 1;
    const options = { notation: "compact", maximumFractionDigits: digits };
    return Number(value).toLocaleString(language, options);
  }

  function money(value, digits = 2) {
    if (isMissing(value)) {
      return "–";
    }
    return currency ? `${number(value, digits)}\u00a0${currency}` : number(value, digits);
  }

  function percent(share, digits = 1) {
    return isMissing(share) ? "–" : `${number(100 * share, digits)}\u00a0%`;
  }

  /** The name of an axis or column of amounts. */
  function inCurrency(name) {
    return currency ? `${name} (${currency})` : name;
  }

  function day(text) {
    if (!text) {
      return "–";
    }
    const options = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
    return new Date(`${text.slice(0, 10)}T00:00:00Z`).toLocaleDateString(language, options);
  }

  function month(text) {
    const options = { month: "short", year: "numeric", timeZone: "UTC" };
    return new Date(`${text.slice(0, 7)}-01T00:00:00Z`).toLocaleDateString(language, options);
  }

  /** The first days of all months from one to another, as texts like theirs. */
  function monthsBetween(first, last) {
    const months = [];
    const day = new Date(`${first.slice(0, 7)}-01T00:00:00Z`);
    while (day.toISOString().slice(0, 7) <= last.slice(0, 7)) {
      months.push(day.toISOString().slice(0, 10));
      day.setUTCMonth(day.getUTCMonth() + 1);
    }
    return months;
  }

  /** A column's name in words. */
  function words(name) {
    return name.replaceAll("_", " ");
  }

  /** With a capital and a full stop, which texts of tables lack. */
  function sentence(text) {
    return sentenceCase(text.endsWith(".") ? text : `${text}.`);
  }

  function sentenceCase(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  return {
    useCurrency,
    number,
    short,
    compact,
    money,
    percent,
    inCurrency,
    day,
    month,
    monthsBetween,
    words,
    sentence,
    sentenceCase,
  };
})();

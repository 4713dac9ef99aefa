/** Draws charts when the browser is idle, and again when the scheme or the width changes. */
const chart = (() => {
  const drawings = [];
  const waiting = [];
  let isPrinting = false;

  const idle = window.requestIdleCallback ?? ((task) => setTimeout(task, 1));

  function later(drawing) {
    if (!waiting.includes(drawing)) {
      waiting.push(drawing);
      if (waiting.length === 1) {
        idle(next);
      }
    }
  }

  function next() {
    try {
      draw(waiting[0]);
    } finally {
      // A chart that fails, which the console reports, must not keep others from being drawn.
      waiting.shift();
      if (waiting.length > 0) {
        idle(next);
      }
    }
  }

  function draw(drawing) {
    const colours = palette.colours(isPrinting);
    drawing.instance ??= echarts.init(drawing.element, null, { renderer: "svg" });
    drawing.instance.setOption(
      withDefaults(drawing.option(colours, drawing.element), colours),
      true,
    );
  }

  function withDefaults(option, colours) {
    return {
      animation: false,
      color: colours.series,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colours.ink },
      ...option,
      tooltip: {
        confine: true,
        backgroundColor: colours.card,
        borderColor: colours.line,
        textStyle: { color: colours.ink, fontSize: 13 },
        extraCssText: "white-space:normal;max-width:min(22rem,80vw);overflow-wrap:anywhere",
        ...option.tooltip,
      },
    };
  }

  /**
   * A figure with a heading, a sentence, a chart and its figures as a table.
   *
   * @param settings title, lead, label (what the chart shows, for those who don't see it), option
   *     (of colours and element), isLow, and table (an element)
   */
  function figure(settings) {
    const element = page.element("div", {
      className: settings.isLow ? "chart low" : "chart",
      role: "img",
      "aria-label": `${settings.title}: ${settings.label}`,
    });
    if (settings.height) {
      element.style.height = settings.height;
    }
    const drawing = { element, option: settings.option, instance: null };
    drawings.push(drawing);
    const foot = page.element("div", {}, settings.table ?? "");
    const made = page.element(
      "figure",
      {},
      page.element(
        "figcaption",
        {},
        page.element("h3", {}, settings.title),
        settings.lead ? page.element("p", {}, settings.lead) : null,
      ),
      element,
      foot,
    );
    new ResizeObserver(() => {
      if (drawing.instance && element.clientWidth !== drawing.instance.getWidth()) {
        drawing.instance.resize();
        later(drawing);
      }
    }).observe(element);
    later(drawing);
    made.redraw = (newTable) => {
      foot.replaceChildren(newTable ?? "");
      later(drawing);
    };
    return made;
  }

  function redrawAll() {
    drawings.filter((drawing) => drawing.element.isConnected).forEach(later);
  }

  palette.isDark.addEventListener("change", redrawAll);
  window.addEventListener("beforeprint", () => {
    isPrinting = true;
    drawings.forEach((drawing) => {
      drawing.instance?.resize({ width: 640 });
      draw(drawing);
    });
  });
  window.addEventListener("afterprint", () => {
    isPrinting = false;
    drawings.forEach((drawing) => drawing.instance?.resize({ width: "auto" }));
    redrawAll();
  });

  /** Whether all charts are drawn; the check of the page waits for it. */
  function isDone() {
    return waiting.length === 0;
  }

  return { figure, isDone };
})();

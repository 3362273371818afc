"use strict";

/* Steps through the iterations of a fit. The page holds the history as it was computed; here it is drawn and printed. */
(() => {
  const byId = (id) => document.getElementById(id);
  const report = JSON.parse(byId("report").textContent);
  const history = byId("history").textContent.trim().split("\n").map((line) => JSON.parse(line));
  const { columns, points, box } = report;
  const components = history[0].weights.map((_, k) => k);
  const shape = report.structure.replace(/^tied-?/, "") || "full";
  const isShared = report.structure.startsWith("tied");

  // ---------------------------------------------------------------- Mixtures

  /** The parts of an iteration: the parameters that come from the next one. */
  const PARTS = ["responsibilities", "means", "covariances", "weights"];

  /** The mixture of an iteration, of which a part has already gone on to the next. */
  function stateOf(index, part) {
    const now = history[index];
    const next = history[Math.min(index + 1, history.length - 1)];
    return {
      index,
      part,
      now,
      before: index > 0 ? history[index - 1] : null,
      weights: part >= 3 ? next.weights : now.weights,
      means: part >= 1 ? next.means : now.means,
      covariances: part >= 2 ? next.covariances : now.covariances,
    };
  }

  /** An element of a component's covariance, whatever the structure. */
  function covariance(covariances, k, i, j) {
    const own = isShared ? covariances : covariances[k];
    return shape === "full" ? own[i][j] : i !== j ? 0 : shape === "diagonal" ? own[i] : own;
  }

  /** The rows of a component's Cholesky factor. */
  function cholesky(covariances, k) {
    const rows = [];
    for (let i = 0; i < columns.length; i++) {
      rows.push(new Float64Array(i + 1));
      for (let j = 0; j <= i; j++) {
        let rest = covariance(covariances, k, i, j);
        for (let m = 0; m < j; m++) {
          rest -= rows[i][m] * rows[j][m];
        }

        const least = 1e-16 * covariance(covariances, k, i, i);
        rows[i][j] = i === j ? Math.sqrt(Math.max(rest, least)) : rest / rows[j][j];
      }
    }

    return rows;
  }

  /** A function from a row to ln π_k + ln N(row | μ_k, Σ_k), but for the constant that all components share. */
  function logDensity(mixture, k) {
    const factor = cholesky(mixture.covariances, k);
    const mean = mixture.means[k];
    const solved = new Float64Array(columns.length);
    const height = Math.log(mixture.weights[k]) - factor.reduce((sum, row, i) => sum + Math.log(row[i]), 0);
    return (row) => {
      let distance = 0;
      for (let i = 0; i < solved.length; i++) {
        let rest = row[i] - mean[i];
        for (let j = 0; j < i; j++) {
          rest -= factor[i][j] * solved[j];
        }

        solved[i] = rest / factor[i][i];
        distance += solved[i] * solved[i];
      }

      return height - distance / 2;
    };
  }

  /** A function from a row to its responsibilities; null for a row that no component reaches. */
  function responsibilities(mixture) {
    const logDensities = components.map((k) => logDensity(mixture, k));
    const shares = new Float64Array(components.length);
    return (row) => {
      let highest = -Infinity;
      for (const k of components) {
        shares[k] = logDensities[k](row);
        highest = Math.max(highest, shares[k]);
      }

      let sum = 0;
      for (const k of components) {
        shares[k] = Math.exp(shares[k] - highest);
        sum += shares[k];
      }

      return sum > 0 ? shares.map((share) => share / sum) : null;
    };
  }

  // ---------------------------------------------------------------- Colours

  const darkness = matchMedia("(prefers-color-scheme: dark)");

  /** A function from responsibilities to their components' colours, mixed where half of two looks halfway (Oklab). */
  function mixer(colours) {
    const labs = colours.map(oklab);
    return (shares) => {
      if (!shares) {
        return "var(--axis)";
      }

      const mean = [0, 0, 0];
      for (const k of components) {
        for (let i = 0; i < 3; i++) {
          mean[i] += shares[k] * labs[k][i];
        }
      }

      return screenColour(mean);
    };
  }

  function oklab(colour) {
    const [r, g, b] = [1, 3, 5]
      .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    ];
  }

  function screenColour([lightness, red, yellow]) {
    const l = (lightness + 0.3963377774 * red + 0.2158037573 * yellow) ** 3;
    const m = (lightness - 0.1055613458 * red - 0.0638541728 * yellow) ** 3;
    const s = (lightness - 0.0894841775 * red - 1.291485548 * yellow) ** 3;
    const channels = [
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
    ].map((c) => (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055));
    return `rgb(${channels.map((c) => Math.round(255 * Math.min(1, Math.max(0, c)))).join(" ")})`;
  }

  // ---------------------------------------------------------------- Numbers

  const exponentOf = (value) => Math.floor(Math.log10(value));

  const fixed = (decimals) => (value) => value.toFixed(decimals);

  /** As .NET writes it: 1.234E+005. */
  const exponential = (decimals) => (value) => {
    const [digits, exponent] = value.toExponential(decimals).split("e");
    return `${digits}E${exponent[0]}${exponent.slice(1).padStart(3, "0")}`;
  };

  /** As many decimals as show four digits of the smallest deviation: as the table of gmm fit has them. */
  function format(values, deviations) {
    const largest = Math.max(...values.map(Math.abs), ...deviations);
    const decimals = 3 - exponentOf(Math.min(...deviations));
    return decimals <= 8 && largest < 1e12
      ? fixed(Math.max(decimals, 0))
      : exponential(Math.min(16, Math.max(3, exponentOf(largest) + decimals)));
  }

  const weightFormat = (value) => (value === 0 || value >= 0.001 ? fixed(4) : exponential(3))(value);
  const countFormat = (value) => (value < 1e9 ? fixed(2) : exponential(6))(value);
  const heightFormat = (decimals) => (value) => (Math.abs(value) < 1e15 ? fixed(decimals) : exponential(9))(value);
  const gainFormat = (value) => value.toExponential(1).replace("e+", "e");

  // ---------------------------------------------------------------- Elements

  const SVG = "http://www.w3.org/2000/svg";

  function fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      element.setAttribute(name, value);
    }

    element.append(...children);
    return element;
  }

  const svg = (name, attributes = {}, ...children) => fill(document.createElementNS(SVG, name), attributes, children);
  const html = (name, attributes = {}, ...children) => fill(document.createElement(name), attributes, children);
  const colourOf = (k) => `--component: var(--component-${k})`;
  const numberOf = (k) => html("span", { class: "number", style: colourOf(k) }, `${k}`);

  // ---------------------------------------------------------------- Pictures

  const FARTHEST = 1e6;
  const HAIR = 0.2;
  const within = (pixels) => Math.min(FARTHEST, Math.max(-FARTHEST, pixels));
  const decimal = (value) => String(Math.round(100 * value) / 100);
  const pathOf = (places) => `M${places.map(([x, y]) => `${decimal(x)} ${decimal(y)}`).join("L")}`;

  /** The scales of a column: to the right, and upwards. */
  function scalesOf(column) {
    const { low, high } = report.axes[column];
    const [perX, perY] = [box.width / (high - low), box.height / (high - low)];
    return {
      x: (value) => within(box.left + (value - low) * perX),
      y: (value) => within(box.top + box.height - (value - low) * perY),
      perX,
      perY,
    };
  }

  /** A picture of some columns: of one alone its density, of two a scatter plot. */
  function pictureOf(target, across, up, most, theme) {
    const plot = svg("svg", {
      x: box.left,
      y: box.top,
      width: box.width,
      height: box.height,
      viewBox: `${box.left} ${box.top} ${box.width} ${box.height}`,
    });
    const isAlone = across === up;
    target.replaceChildren(
      svg("use", { href: `#across-${across}` }),
      svg("use", { href: isAlone ? `#density-${across}` : `#up-${up}` }),
      plot);
    const layer = (name, draws) => (draws ? draws(plot.appendChild(svg("g", { class: name }))) : () => {});
    const layers = isAlone
      ? [
          layer("bars", (group) => bars(group, across)),
          layer("densities", (group) => densities(group, across)),
          layer("points", (group) => dots(group, rug(across, Math.min(most, 500)), theme)),
          layer("badges", (group) => peaks(group, across)),
        ]
      : [
          layer("points", (group) => dots(group, circles(across, up, most), theme)),
          layer("ellipses", (group) => ellipses(group, across, up)),
          layer("trails", (group) => trails(group, across, up)),
          layer("badges", (group) => centres(group, across, up)),
        ];
    return (state) => layers.forEach((draw) => draw(state));
  }

  /** Some of the points that the page holds, evenly. */
  function chosen(most) {
    const count = Math.min(most, points.rows.length);
    return Array.from({ length: count }, (_, i) => Math.floor((i * points.rows.length) / count));
  }

  function circles(across, up, most) {
    const [x, y] = [scalesOf(across), scalesOf(up)];
    const radius = Math.min(3.2, Math.max(1.1, Math.sqrt((box.width * box.height) / Math.min(most, points.rows.length)) / 6));
    return chosen(most).map((n) => [
      n,
      svg("circle", {
        class: "point",
        cx: decimal(x.x(points.rows[n][across])),
        cy: decimal(y.y(points.rows[n][up])),
        r: decimal(radius * (points.sizes ? points.sizes[n] : 1)),
      }),
    ]);
  }

  function rug(column, most) {
    const { x } = scalesOf(column);
    const bottom = box.top + box.height;
    return chosen(most).map((n) => {
      const at = x(points.rows[n][column]);
      const height = 14 * (points.sizes ? points.sizes[n] : 1);
      return [n, svg("path", { class: "point", d: `M${decimal(at - 0.7)} ${bottom}v${decimal(-height)}h1.4v${decimal(height)}z` })];
    });
  }

  /** Points, coloured by their responsibilities; only what changes is touched. */
  function dots(group, drawn, theme) {
    const colours = drawn.map(() => "");
    group.append(...drawn.map(([, element]) => element));
    let shown = "";
    return (state) => {
      const scheme = theme || (darkness.matches ? "dark" : "light");
      group.classList.toggle("emphasis", state.isApart && state.part === 0);
      if (shown === `${scheme} ${state.index}`) {
        return;
      }

      shown = `${scheme} ${state.index}`;
      const sharesOf = responsibilities(state.now);
      const mix = mixer(report.components.map((each) => each[scheme]));
      drawn.forEach(([n, element], i) => {
        const colour = mix(sharesOf(points.rows[n]));
        if (colour !== colours[i]) {
          colours[i] = colour;
          element.setAttribute("fill", colour);
        }
      });
    };
  }

  /** The matrix that makes the unit circle a component's ellipse. */
  function placed(means, covariances, k, across, up, deviations) {
    const [x, y] = [scalesOf(across), scalesOf(up)];
    const a = Math.sqrt(covariance(covariances, k, across, across));
    const b = covariance(covariances, k, up, across) / a;
    const c = Math.sqrt(Math.max(covariance(covariances, k, up, up) - b * b, 0));
    const size = (pixels) => decimal(within(deviations * pixels));
    const wide = Math.max(a * x.perX, HAIR);
    const high = Math.max(c * y.perY, HAIR);
    return `matrix(${size(wide)} ${size(-b * y.perY)} 0 ${size(-high)} `
      + `${decimal(x.x(means[k][across]))} ${decimal(y.y(means[k][up]))})`;
  }

  function ellipses(group, across, up) {
    const each = components.flatMap((k) => [1, 2].map((deviations) => ({
      k,
      deviations,
      before: svg("circle", { class: "before", r: 1 }),
      now: svg("circle", {
        class: "component",
        r: 1,
        style: colourOf(k),
        "stroke-width": deviations === 1 ? 1.8 : 1.3,
        "stroke-dasharray": report.components[k].dash,
      }),
    })));
    group.append(...each.map(({ before }) => before), ...each.map(({ now }) => now));
    return (state) => {
      const isMoved = state.isApart && state.part === 2;
      group.classList.toggle("emphasis", isMoved);
      for (const { k, deviations, before, now } of each) {
        now.setAttribute("transform", placed(state.means, state.covariances, k, across, up, deviations));
        now.setAttribute("visibility", state.weights[k] > 0 ? "visible" : "hidden");
        before.setAttribute("visibility", isMoved ? "visible" : "hidden");
        if (isMoved) {
          before.setAttribute("transform", placed(state.means, state.now.covariances, k, across, up, deviations));
        }
      }
    };
  }

  /** Where the means have been. */
  function trails(group, across, up) {
    const [{ x }, { y }] = [scalesOf(across), scalesOf(up)];
    const lines = components.map((k) => svg("path", { class: "trail", style: colourOf(k) }));
    group.append(...lines);
    const places = components.map((k) => history.map(({ means }) => [x(means[k][across]), y(means[k][up])]));
    return (state) => lines.forEach((line, k) => {
      line.setAttribute("d", pathOf(places[k].slice(0, state.index + (state.part >= 1 ? 2 : 1))));
    });
  }

  /** A component's number in a circle that is as large as the component weighs. */
  function badges(group) {
    const each = components.map((k) => svg(
      "g",
      { style: colourOf(k) },
      svg("circle", { class: "badge" }),
      svg("text", { class: "badge-number" }, `${k}`)));
    group.append(...each);
    return (state, k, x, y) => {
      const radius = (components.length > 12 ? 4 : 5) + 7 * Math.sqrt(state.weights[k]);
      each[k].setAttribute("transform", `translate(${decimal(x)} ${decimal(y)})`);
      each[k].setAttribute("visibility", state.weights[k] > 0 ? "visible" : "hidden");
      each[k].firstChild.setAttribute("r", decimal(radius));
      each[k].lastChild.setAttribute("font-size", decimal(Math.min(11, radius * 1.25)));
    };
  }

  function centres(group, across, up) {
    const [{ x }, { y }] = [scalesOf(across), scalesOf(up)];
    const draw = badges(group);
    return (state) => {
      group.classList.toggle("emphasis", state.isApart && (state.part === 1 || state.part === 3));
      components.forEach((k) => draw(state, k, x(state.means[k][across]), y(state.means[k][up])));
    };
  }

  function bars(group, column) {
    const { bars: all } = report.axes[column];
    const pixels = box.height / report.axes[column].top;
    group.append(...(all ? all.heights : []).map((height, i) => svg("rect", {
      class: "bar",
      x: decimal(all.left + i * all.width),
      y: decimal(box.top + box.height - height * pixels),
      width: decimal(all.width),
      height: decimal(height * pixels),
    })));
    return () => {};
  }

  /** A component's density in one column, in pixels. */
  function bellOf(state, k, column) {
    const { x, perX } = scalesOf(column);
    const centre = x(state.means[k][column]);
    const deviation = Math.max(HAIR, within(Math.sqrt(covariance(state.covariances, k, column, column)) * perX));
    const peak = state.weights[k] / (deviation * Math.sqrt(2 * Math.PI));
    return { centre, deviation, at: (place) => peak * Math.exp(-0.5 * ((place - centre) / deviation) ** 2) };
  }

  /** Places at which curves look smooth: every other pixel, and closer around narrow components. */
  function placesOf(bells) {
    const places = Array.from({ length: Math.floor(box.width / 2) + 1 }, (_, i) => box.left + 2 * i);
    for (const { centre, deviation } of bells.filter((bell) => bell.deviation < 16)) {
      for (let z = -4; z <= 4; z += 0.25) {
        places.push(centre + z * deviation);
      }
    }

    return places.filter((place) => place >= box.left && place <= box.left + box.width).sort((one, other) => one - other);
  }

  const heightOf = (column, density) => within(box.top + box.height * (1 - density / report.axes[column].top));

  function densities(group, column) {
    const lines = components.map((k) => svg("path", {
      class: "component",
      style: colourOf(k),
      "stroke-width": 1.6,
      "stroke-dasharray": report.components[k].dash,
    }));
    const areas = components.map((k) => svg("path", { class: "bell", style: colourOf(k) }));
    const before = svg("path", { class: "before" });
    const whole = svg("path", { class: "density" });
    group.append(...areas, before, whole, ...lines);
    return (state) => {
      const isMoved = state.isApart && state.part > 0;
      const bells = components.map((k) => bellOf(state, k, column));
      const places = placesOf(bells);
      const curve = (height) => pathOf(places.map((place) => [place, heightOf(column, height(place))]));
      const sum = (all) => (place) => all.reduce((total, bell) => total + bell.at(place), 0);
      const bottom = box.top + box.height;
      bells.forEach((bell, k) => {
        const path = curve(bell.at);
        lines[k].setAttribute("d", path);
        areas[k].setAttribute("d", `${path}L${places[places.length - 1]} ${bottom}L${places[0]} ${bottom}Z`);
      });
      whole.setAttribute("d", curve(sum(bells)));
      before.setAttribute("d", isMoved ? curve(sum(components.map((k) => bellOf(state.now, k, column)))) : "");
      group.classList.toggle("emphasis", isMoved);
    };
  }

  function peaks(group, column) {
    const draw = badges(group);
    return (state) => {
      const bells = components.map((k) => bellOf(state, k, column));
      bells.forEach((bell, k) => {
        const height = bells.reduce((total, each) => total + each.at(bell.centre), 0);
        draw(state, k, bell.centre, Math.max(heightOf(column, height) - 16, box.top + 14));
      });
    };
  }

  // ---------------------------------------------------------------- The curve

  function curveOf(target) {
    const { box: area, low, high } = report.curve;
    const final = history[history.length - 1].iteration;
    const x = (iteration) => area.left + (area.width * (iteration - report.curve.from)) / (report.curve.to - report.curve.from);
    const y = (height) => area.top + area.height * (1 - (height - low) / (high - low));
    const places = history.map((each) => [x(each.iteration), y(each.log_likelihood)]);
    const future = svg("path", { class: "future", d: pathOf(places) });
    const past = svg("path", { class: "past" });
    const at = svg("path", { class: "at" });
    const here = svg("circle", { class: "here", r: 4.5 });
    target.append(svg("use", { href: "#curve-axes" }), at, future, past, here);
    target.addEventListener("click", (event) => {
      const bounds = target.getBoundingClientRect();
      const pixel = ((event.clientX - bounds.left) / bounds.width) * target.viewBox.baseVal.width;
      const share = (pixel - area.left) / area.width;
      const wanted = Math.min(final, Math.max(0, report.curve.from + share * (report.curve.to - report.curve.from)));
      const distances = history.map((each) => Math.abs(each.iteration - wanted));
      go(distances.indexOf(Math.min(...distances)) * (isApart() ? PARTS.length : 1));
    });
    return ({ index }) => {
      const [cx, cy] = places[index].map(decimal);
      past.setAttribute("d", pathOf(places.slice(0, index + 1)));
      at.setAttribute("d", `M${cx} ${area.top}V${area.top + area.height}`);
      here.setAttribute("cx", cx);
      here.setAttribute("cy", cy);
    };
  }

  // ---------------------------------------------------------------- Tables

  /** A cell that shows a number of a state: value, how it is printed, and the part in which it changes. */
  const numbers = [];

  function numberCell(element, part, value, print) {
    numbers.push({ element, part, value, print, widest: 0 });
    return element;
  }

  function facts(target) {
    const row = (name, element) => target.append(html("dt", {}, name), element);
    const fact = (name, value, print) => row(name, numberCell(html("dd", { "data-name": name }), 0, value, print));
    const gain = ({ now, before }) => (before === null ? null : (now.log_likelihood - before.log_likelihood) / report.weight);
    fact("iteration", ({ now }) => now.iteration, String);
    fact("log-likelihood", ({ now }) => now.log_likelihood, heightFormat(6));
    fact("per sample", ({ now }) => now.log_likelihood / report.weight, heightFormat(6));
    fact("gain per sample", report.isThinned ? () => null : gain, gainFormat);
    const status = html("dd", { "data-name": "status" });
    row("status", status);
    return ({ now }) => {
      status.textContent = now.status;
    };
  }

  function componentTable(target) {
    const last = history[history.length - 1];
    const deviation = (covariances, k, i) => Math.sqrt(covariance(covariances, k, i, i));
    const row = (name, part, value, print) => html(
      "tr",
      { "data-name": name },
      html("th", { scope: "row", title: name }, name),
      ...components.map((k) => numberCell(html("td"), part, (state) => value(state, k), print)));
    const formats = columns.map((_, i) => format(
      components.map((k) => last.means[k][i]), components.map((k) => deviation(last.covariances, k, i))));
    target.append(
      html("thead", {}, html(
        "tr", {}, html("th", { scope: "col", class: "words" }, "component"), ...components.map((k) => html("th", { scope: "col" }, numberOf(k))))),
      html(
        "tbody",
        {},
        row("weight", 3, ({ weights }, k) => weights[k], weightFormat),
        row("N_k, effective count", 0, ({ now }, k) => now.effective_counts[k], countFormat),
        ...columns.map((name, i) => row(`mean ${name}`, 1, ({ means }, k) => means[k][i], formats[i])),
        ...columns.map((name, i) => row(`sd ${name}`, 2, ({ covariances }, k) => deviation(covariances, k, i), formats[i]))));
  }

  /** A small table stands beside the picture, a large one below. */
  function settle(isExact) {
    const section = byId("components").closest("section");
    if (isExact || components.length > 3 || columns.length > 4) {
      byId("print").before(section);
    } else {
      document.querySelector(".aside").append(section);
    }
  }

  /** The covariances' own numbers: a matrix, variances, or one variance, for each component or for all. */
  function covarianceTables(target, shown) {
    const last = history[history.length - 1].covariances;
    const print = (i, j) => format(
      components.map((k) => covariance(last, k, i, j)),
      components.map((k) => Math.sqrt(covariance(last, k, i, i)) * Math.sqrt(covariance(last, k, j, j))));
    const cell = (k, i, j) => numberCell(html("td"), 2, (state) => covariance(state.covariances, k, i, j), print(i, j));
    const name = (i, scope) => html("th", { scope, title: columns[i] }, columns[i]);
    const head = () => html("thead", {}, html("tr", {}, html("td"), ...shown.map((i) => name(i, "col"))));
    const body = (k) => shape === "spherical"
      ? [html("tr", {}, html("th", { scope: "row" }, "variance"), cell(k, 0, 0))]
      : shown.map((i) => html("tr", {}, name(i, "row"), ...(shape === "diagonal" ? [cell(k, i, i)] : shown.map((j) => (j <= i ? cell(k, i, j) : html("td"))))));
    const table = (k) => html(
      "table",
      { class: shown.length > 5 ? "dense" : "" },
      html("caption", {}, ...(isShared ? ["all components"] : ["component ", numberOf(k)])),
      ...(shape === "full" && shown.length > 1 ? [head()] : []),
      html("tbody", {}, ...body(k)));
    target.replaceChildren(...(isShared ? [0] : components).map((k) => html("div", { class: "scroll" }, table(k))));
  }

  /** Room for the widest number that a cell ever shows, so that nothing moves. */
  function reserve(isExact) {
    const step = Math.max(1, Math.floor(history.length / 60));
    const states = history.map((_, index) => index).filter((index) => index % step === 0).map((index) => stateOf(index, 0));
    for (const cell of numbers) {
      cell.element.style.minWidth = isExact ? "22ch" : `calc(${Math.max(...states.map((state) => textOf(cell, state, false).length))}ch + 1.6rem)`;
    }
  }

  function textOf({ value, print }, state, isExact) {
    const number = value(state);
    return number === null || number === undefined ? "–" : isExact ? String(number) : print(number);
  }

  function print(state) {
    for (const cell of numbers) {
      const text = textOf(cell, state, byId("exact").checked);
      if (cell.element.textContent !== text) {
        cell.element.textContent = text;
      }

      cell.element.classList.toggle("changed", state.isApart && state.part === cell.part && cell.element.tagName === "TD");
    }
  }

  // ---------------------------------------------------------------- The page

  const MOST_MATRIX = 12;
  const slider = byId("slider");
  const isApart = () => byId("apart").checked;
  const axes = { across: 0, up: Math.min(1, columns.length - 1) };
  let position = 0;
  let timer = 0;
  let drawPicture = () => {};

  const positions = () => (history.length - 1) * (isApart() ? PARTS.length : 1);

  function state() {
    const parts = isApart() ? PARTS.length : 1;
    return { ...stateOf(Math.floor(position / parts), position % parts), isApart: isApart() };
  }

  function words({ index, part, now }) {
    const final = history[history.length - 1].iteration;
    return !isApart() ? `iteration ${now.iteration} of ${final}`
      : part === 0 ? `iteration ${now.iteration} of ${final}: E-step`
      : `iteration ${now.iteration} → ${history[index + 1].iteration}: ${PARTS[part]}`;
  }

  function show() {
    const current = state();
    drawPicture(current);
    drawCurve(current);
    drawFacts(current);
    print(current);
    slider.max = positions();
    slider.value = position;
    slider.setAttribute("aria-valuetext", words(current));
    byId("state").textContent = words(current);
    document.querySelectorAll(".when").forEach((each) => { each.textContent = `– ${words(current)}`; });
    [...byId("parts").children].forEach((each, part) => {
      each.toggleAttribute("aria-current", false);
      if (part === current.part) {
        each.setAttribute("aria-current", "step");
      }
    });
  }

  function go(wanted) {
    position = Math.min(positions(), Math.max(0, wanted));
    show();
  }

  function pause() {
    clearTimeout(timer);
    timer = 0;
    byId("play").classList.remove("playing");
    byId("play").setAttribute("aria-label", "Play");
    byId("state").setAttribute("aria-live", "polite");
  }

  function tick() {
    if (position >= positions()) {
      pause();
      return;
    }

    go(position + 1);
    const slowest = matchMedia("(prefers-reduced-motion: reduce)").matches ? 1000 : 100;
    timer = setTimeout(tick, Math.min(700, Math.max(slowest, 12000 / positions())));
  }

  function play() {
    if (timer) {
      pause();
      return;
    }

    byId("play").classList.add("playing");
    byId("play").setAttribute("aria-label", "Pause");
    byId("state").setAttribute("aria-live", "off");
    if (position >= positions()) {
      go(0);
    }

    timer = setTimeout(tick, 300);
  }

  function step(by) {
    pause();
    go(position + by);
  }

  const KEYS = {
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    Home: () => step(-Infinity),
    End: () => step(Infinity),
    " ": play,
  };

  function onKey(event) {
    const isOwn = event.target.closest("select")
      || (event.key === " " && event.target.closest("button, input[type=checkbox]"))
      || (event.key.startsWith("Arrow") && event.target.closest(".scroll"));
    if (!event.altKey && !event.ctrlKey && !event.metaKey && !isOwn && Object.hasOwn(KEYS, event.key)) {
      event.preventDefault();
      KEYS[event.key]();
    }
  }

  /** What the picture shows of the columns, which may be chosen where there is more than one. */
  function redraw() {
    drawPicture = pictureOf(byId("picture"), axes.across, axes.up, Infinity);
    byId("picture-words").textContent = axes.across === axes.up
      ? "Points are coloured by their responsibilities. Bars are the data, the strong line is the mixture's density."
      : "Points are coloured by their responsibilities. Ellipses at 1 and 2 standard deviations; numbers are larger the more "
        + "a component weighs, and the lines to them are the ways that the means have come.";
    if (shape === "full" && columns.length > MOST_MATRIX) {
      numbers.splice(0, numbers.length, ...numbers.filter(({ element }) => !element.closest("#covariances")));
      covarianceTables(byId("covariances"), [...new Set([axes.across, axes.up])].sort((one, other) => one - other));
    }

    show();
  }

  function choices() {
    byId("axes").hidden = columns.length < 2;
    for (const name of ["across", "up"]) {
      const select = byId(name);
      select.append(...report.axes.map((_, i) => html("option", { value: i }, columns[i])));
      select.value = axes[name];
      select.addEventListener("change", () => {
        axes[name] = Number(select.value);
        redraw();
      });
    }
  }

  /** A few iterations side by side, on paper. */
  function preparePrint() {
    const most = Math.min(6, history.length);
    const chosenOnes = Array.from({ length: most }, (_, i) => (most === 1 ? 0 : Math.round((i * (history.length - 1)) / (most - 1))));
    byId("print").replaceChildren(...chosenOnes.map((index) => {
      const picture = svg("svg", { viewBox: byId("picture").getAttribute("viewBox"), role: "img" });
      pictureOf(picture, axes.across, axes.up, 1000, "light")({ ...stateOf(index, 0), isApart: false });
      const now = history[index];
      return html(
        "figure", {}, picture, html("figcaption", {}, `iteration ${now.iteration}, log-likelihood ${heightFormat(6)(now.log_likelihood)}`));
    }));
  }

  const drawFacts = facts(byId("facts"));
  const drawCurve = curveOf(byId("curve"));
  componentTable(byId("components"));
  settle(false);
  covarianceTables(byId("covariances"), columns.map((_, i) => i).slice(0, MOST_MATRIX));
  choices();
  reserve(false);
  redraw();

  slider.addEventListener("input", () => {
    pause();
    go(Number(slider.value));
  });
  byId("apart").closest("label").hidden = report.isThinned;
  byId("first").addEventListener("click", KEYS.Home);
  byId("back").addEventListener("click", KEYS.ArrowLeft);
  byId("play").addEventListener("click", play);
  byId("forward").addEventListener("click", KEYS.ArrowRight);
  byId("last").addEventListener("click", KEYS.End);
  byId("apart").addEventListener("change", () => {
    pause();
    byId("parts").hidden = !isApart();
    byId("before-words").hidden = !isApart();
    go(isApart() ? position * PARTS.length : Math.floor(position / PARTS.length));
  });
  byId("exact").addEventListener("change", () => {
    settle(byId("exact").checked);
    reserve(byId("exact").checked);
    show();
  });
  darkness.addEventListener("change", show);
  document.addEventListener("keydown", onKey);
  window.addEventListener("beforeprint", preparePrint);
  matchMedia("print").addEventListener("change", (media) => media.matches && preparePrint());
})();

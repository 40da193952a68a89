// Shows how the pipeline is, every few seconds. Names come from topics, so they are only ever set as text.
"use strict";

const EVERY_MS = 5000;
const at = id => document.getElementById(id);

async function json(path) {
  const answer = await fetch(path, {cache: "no-store"});
  return answer.json();
}

function two(many, unit, rest, smaller) {
  return many + " " + unit + (rest ? " " + rest + " " + smaller : "");
}

function age(seconds) {
  if (seconds === null || seconds === undefined || seconds === "NaN") return "–";
  if (seconds < 10) return seconds.toFixed(1) + " s";
  if (seconds < 60) return Math.round(seconds) + " s";
  const whole = Math.round(seconds);
  if (whole < 3600) return two(Math.floor(whole / 60), "min", whole % 60, "s");
  if (whole < 86400) return two(Math.floor(whole / 3600), "h", Math.floor(whole % 3600 / 60), "min");
  return two(Math.floor(whole / 86400), "d", Math.floor(whole % 86400 / 3600), "h");
}

const count = number => number.toLocaleString("en");
const rate = number => number === null ? "–" : number >= 10 ? count(Math.round(number)) : number.toFixed(1);

function cell(row, text, style) {
  const td = row.insertCell();
  td.textContent = text;
  if (style) td.className = style;
}

function stages(lag) {
  const body = at("stages");
  body.replaceChildren();
  for (const topic of lag.topics) {
    const row = body.insertRow();
    cell(row, topic.stage);
    cell(row, topic.topic);
    cell(row, (topic.exact ? "" : "≈ ") + count(topic.records), "n");
    cell(row, topic.records ? age(topic.oldestSeconds) : "–", "n");
    cell(row, rate(topic.inPerSecond), "n");
    cell(row, rate(topic.outPerSecond), "n");
    cell(row, topic.records ? age(topic.catchUpSeconds) : "–", "n");
    cell(row, topic.course.replaceAll("_", " "), topic.course);
  }
  at("waiting").textContent = count(lag.records);
  at("oldest").textContent = lag.records ? age(lag.oldestSeconds) : "–";
}

function svg(name, attributes, text) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

// A scale that ends on a round number: 1, 2 or 5 with zeros, or minutes and hours.
function ceiling(value) {
  const steps = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 21600, 43200, 86400];
  return steps.find(step => step >= value) ?? Math.ceil(value / 86400) * 86400;
}

function chart(history) {
  const width = Math.max(320, at("chart").clientWidth);
  const height = 220;
  const left = 64, right = 8, top = 10, bottom = 22;
  const times = history.at;
  const most = ceiling(Math.max(0.5, ...history.stages.flatMap(stage => stage.oldestSeconds)));
  const from = times.length ? times[0] : 0;
  const span = Math.max(60000, (times.length ? times[times.length - 1] : 0) - from);
  const x = time => left + (width - left - right) * (time - from) / span;
  const y = seconds => top + (height - top - bottom) * (1 - seconds / most);
  const picture = svg("svg", {
    viewBox: `0 0 ${width} ${height}`, role: "img",
    "aria-label": "Age of the oldest record of each stage over time; the table below has the newest numbers"
  });
  for (const share of [0, 0.5, 1]) {
    picture.append(svg("line", {x1: left, x2: width - right, y1: y(share * most), y2: y(share * most)}));
    picture.append(svg("text", {x: left - 8, y: y(share * most) + 4, "text-anchor": "end"}, share ? age(share * most) : "0"));
  }
  const clock = time => new Date(time).toLocaleTimeString([], {hour: "2-digit", minute: "2-digit", second: "2-digit"});
  if (times.length) {
    picture.append(svg("text", {x: left, y: height - 5}, clock(from)));
    picture.append(svg("text", {x: width - right, y: height - 5, "text-anchor": "end"}, clock(from + span)));
  }
  for (const stage of history.stages) {
    const points = stage.oldestSeconds.map((seconds, i) => x(times[i]).toFixed(1) + "," + y(seconds).toFixed(1));
    picture.append(svg("polyline", {class: stage.stage, points: points.join(" ")}));
  }
  at("chart").replaceChildren(picture);
  at("legend").replaceChildren(...history.stages.map(stage => {
    const entry = document.createElement("span");
    const line = document.createElement("i");
    line.className = stage.stage;
    entry.append(line, stage.stage);
    return entry;
  }));
}

function health(state) {
  at("health").className = state.ready ? "ready" : "not-ready";
  at("health-words").textContent = state.ready ? "ready" : "not ready: " + (state.reasons.join("; ") || state.state);
}

function info(about) {
  at("about").textContent = about.applicationId + ", version " + about.version;
  at("median").textContent = age(about.articleToFactSeconds.median);
  at("p95").textContent = age(about.articleToFactSeconds.p95);
}

function problem(words) {
  at("problem").hidden = !words;
  at("problem").textContent = words ?? "";
}

async function refresh() {
  try {
    const [lag, history, ready, about] = await Promise.all([json("lag"), json("history"), json("readyz"), json("info")]);
    health(ready);
    info(about);
    chart(history);
    if (lag.topics) {
      stages(lag);
      at("read").textContent = "read " + new Date(lag.at).toLocaleTimeString();
    }
    problem(lag.problem ? "Lag cannot be read, and what is shown is old: " + lag.problem : null);
  } catch (failure) {
    problem("The pipeline does not answer; what is shown is old.");
    at("health").className = "not-ready";
    at("health-words").textContent = "no answer";
  }
  setTimeout(refresh, EVERY_MS);
}

refresh();

"use strict";

const REFRESH_MS = 2000;
const READ_KEY = "tocsin.mailbox.read";
const byId = (id) => document.getElementById(id);

let mails = [];
let openThread = null;
let shown = "";
let latest = "";
const read = new Set(JSON.parse(localStorage.getItem(READ_KEY) || "[]"));

/** Conversations, the one with the latest mail first; mails within one in the order of arrival. */
function threads() {
  const wanted = byId("filter").value.trim().toLowerCase();
  const groups = new Map();
  for (const mail of mails) {
    if (!groups.has(mail.thread)) groups.set(mail.thread, []);
    groups.get(mail.thread).unshift(mail);
  }
  return [...groups.values()].filter((group) => !wanted || group.some((mail) =>
    [mail.subject, mail.from, ...mail.envelope.to].join(" ").toLowerCase().includes(wanted)));
}

async function refresh() {
  try {
    const answer = await (await fetch("/api/messages")).text();
    byId("state").textContent = "";
    if (answer !== latest) {
      latest = answer;
      mails = JSON.parse(answer).messages;
      render();
    }
  } catch {
    byId("state").textContent = "not running";
  }
}

function render() {
  const unread = mails.filter((mail) => !read.has(mail.id)).length;
  byId("count").textContent = mails.length === 1 ? "1 mail" : `${mails.length} mails`;
  document.title = `${unread ? `(${unread}) ` : ""}Mailbox · Tocsin`;
  byId("delete-all").disabled = mails.length === 0;
  const groups = threads();
  byId("threads").replaceChildren(...groups.map(row));
  const open = groups.find((group) => group[0].thread === openThread);
  const ids = open ? open.map((mail) => mail.id).join() : `none ${mails.length > 0}`;
  if (ids !== shown) {
    shown = ids;
    byId("conversation").replaceChildren(...(open ? conversation(open) : [placeholder()]));
  }
}

function row(group) {
  const last = group[group.length - 1];
  const part = byId("thread-row").content.cloneNode(true);
  const button = part.querySelector("button");
  button.classList.toggle("unread", group.some((mail) => !read.has(mail.id)));
  button.setAttribute("aria-current", String(group[0].thread === openThread));
  button.querySelector(".from").textContent = `${nameOf(last.from)} → ${recipients(last).map(nameOf).join(", ")}`;
  button.querySelector(".subject").textContent = last.subject;
  button.querySelector(".preview").textContent = last.preview;
  button.querySelector(".number").textContent = group.length > 1 ? group.length : "";
  fillTime(button.querySelector("time"), last);
  button.addEventListener("click", () => open(group));
  return part;
}

function open(group) {
  openThread = group[0].thread;
  group.forEach((mail) => read.add(mail.id));
  localStorage.setItem(READ_KEY, JSON.stringify([...read].slice(-5000)));
  render();
}

function conversation(group) {
  const title = document.createElement("h2");
  title.textContent = group[0].subject;
  group.forEach((mail) => read.add(mail.id));
  return [title, ...group.map((mail) => card(mail, group[0].subject))];
}

function card(mail, title) {
  const part = byId("message-card").content.cloneNode(true);
  part.querySelector(".avatar").textContent = nameOf(mail.from).charAt(0).toUpperCase();
  part.querySelector(".from").textContent = mail.from;
  part.querySelector(".to").textContent = `to ${recipients(mail).join(", ")}`;
  part.querySelector(".own-subject").textContent = mail.subject === title ? "" : mail.subject;
  fillTime(part.querySelector("time"), mail);
  const article = part.querySelector("article");
  fetch(`/api/messages/${mail.id}`)
    .then((answer) => answer.json())
    .then((content) => fill(article, mail, content))
    .catch(() => { article.querySelector(".body").textContent = "This mail is gone."; });
  return part;
}

function fill(article, mail, content) {
  const views = {};
  if (content.html !== null) views.HTML = () => frame(mail);
  if (content.text !== null) views.Text = () => [pre(content.text)];
  views.Headers = () => [headerTable(content.headers)];
  views.Source = () => source(mail);
  const tabs = article.querySelector(".tabs");
  const body = article.querySelector(".body");
  for (const name of Object.keys(views)) {
    const tab = document.createElement("button");
    tab.type = "button";
    tab.textContent = name;
    tab.setAttribute("role", "tab");
    tab.addEventListener("click", () => {
      for (const other of tabs.children) other.setAttribute("aria-selected", String(other === tab));
      body.replaceChildren(...views[name]());
    });
    tabs.append(tab);
  }
  if (content.attachments.length) {
    const line = document.createElement("div");
    line.className = "attachments";
    line.textContent = `Attached: ${content.attachments.join(", ")}`;
    article.append(line);
  }
  tabs.firstElementChild.click();
}

function frame(mail) {
  const view = document.createElement("iframe");
  // Its origin is ours only so that its height can be read; nothing in it can run.
  view.setAttribute("sandbox", "allow-same-origin allow-popups allow-popups-to-escape-sandbox");
  view.addEventListener("load", () => {
    view.style.height = `${view.contentDocument.documentElement.scrollHeight + 2}px`;
  });
  view.title = mail.subject;
  view.src = `/api/messages/${mail.id}/html`;
  return [view];
}

function source(mail) {
  const view = pre("…");
  fetch(`/api/messages/${mail.id}/raw`)
    .then((answer) => answer.text())
    .then((text) => { view.textContent = text; });
  return [view];
}

function pre(text) {
  const view = document.createElement("pre");
  view.textContent = text;
  return view;
}

function headerTable(headers) {
  const table = document.createElement("table");
  for (const { name, value } of headers) {
    const line = table.insertRow();
    const head = document.createElement("th");
    head.textContent = name;
    line.append(head);
    line.insertCell().textContent = value;
  }
  return table;
}

function placeholder() {
  const box = document.createElement("div");
  box.className = "empty";
  box.append(document.querySelector("header .bell").cloneNode(true));
  box.append(mails.length ? "Choose a conversation." : "No mail yet. It appears here as soon as it is sent.");
  return box;
}

function recipients(mail) {
  return mail.to.length ? mail.to : mail.envelope.to;
}

function nameOf(sender) {
  const name = sender.replace(/<[^>]*>/, "").replace(/"/g, "").trim();
  return name || sender.replace(/[<>]/g, "");
}

function fillTime(element, mail) {
  const when = new Date(mail.receivedAt);
  const today = when.toDateString() === new Date().toDateString();
  element.dateTime = mail.receivedAt;
  element.title = when.toLocaleString();
  element.textContent = today
    ? when.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })
    : when.toLocaleDateString([], { day: "numeric", month: "short" });
}

byId("filter").addEventListener("input", render);
byId("delete-all").addEventListener("click", async () => {
  if (confirm(`Delete ${mails.length === 1 ? "the mail" : `all ${mails.length} mails`}?`)) {
    await fetch("/api/messages", { method: "DELETE" });
    openThread = null;
    await refresh();
  }
});
refresh();
setInterval(refresh, REFRESH_MS);

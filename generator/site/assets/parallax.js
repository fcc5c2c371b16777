/* Parallax: what the pages gain with a script; all of them are whole without it. */
(() => {
  "use strict";

  const made = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  /* Filters for the list of disagreements; what is chosen stands in the address. */
  const FIELDS = { hardness: "hardness", kind: "kind", outlet: "outlets", event: "event", actor: "actors" };

  const valuesOf = (item, field) => (item.dataset[FIELDS[field]] || "").split("|").filter(Boolean);

  function select(field, items, words) {
    const values = [...new Set(items.flatMap((item) => valuesOf(item, field)))].sort((a, b) => a.localeCompare(b));
    const control = made("select", { name: field }, made("option", { value: "" }, words.all));
    for (const value of values) control.append(made("option", { value }, value));
    return values.length > 1 ? made("label", {}, words[field], control) : null;
  }

  function filterCards(list) {
    const items = [...list.querySelectorAll(".px-item")];
    const words = JSON.parse(list.dataset.pxWords);
    const controls = Object.keys(FIELDS).map((field) => select(field, items, words)).filter(Boolean);
    if (items.length < 2 || !controls.length) return;
    const count = made("output", { "aria-live": "polite" });
    const reset = made("button", { type: "reset" }, words.reset);
    const found = made("p", { class: "px-found" }, count, " ", reset);
    const form = made("form", { class: "px-filters", "aria-label": words.title }, ...controls, found);

    const show = () => {
      const chosen = [...new FormData(form)].filter(([, value]) => value);
      for (const item of items) {
        item.hidden = !chosen.every(([field, value]) => valuesOf(item, field).includes(value));
      }
      for (const group of list.querySelectorAll(".px-group")) {
        group.hidden = !group.querySelector(".px-item:not([hidden])");
      }
      const shown = items.filter((item) => !item.hidden).length;
      reset.hidden = !chosen.length;
      const line = words.shown.replace("{shown}", shown).replace("{total}", items.length);
      count.textContent = shown ? line : words.none;
      return chosen;
    };
    const keep = () => {
      const query = new URLSearchParams(show()).toString();
      if (location.protocol !== "file:") history.replaceState(history.state, "", location.pathname + (query ? "?" + query : "") + location.hash);
    };
    const restore = () => {
      const query = new URLSearchParams(location.search);
      for (const control of form.querySelectorAll("select")) {
        const wanted = query.get(control.name) || "";
        control.value = [...control.options].some((option) => option.value === wanted) ? wanted : "";
      }
      show();
    };
    form.addEventListener("change", keep);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(keep));
    list.previousElementSibling.replaceChildren(form);
    restore();
  }

  /* A filter for names; letters without a match go away. */
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  function filterNames(glossary) {
    const entries = [...glossary.querySelectorAll(".px-entry")];
    if (entries.length < 8) return;
    const texts = new Map(entries.map((entry) => [entry, folded(entry.dataset.names)]));
    const input = made("input", { type: "search", autocomplete: "off" });
    const none = made("output", { "aria-live": "polite" });
    const form = made("form", { class: "px-filters", role: "search" }, made("label", {}, glossary.dataset.pxFilter, input), none);
    input.addEventListener("input", () => {
      const wanted = folded(input.value.trim());
      for (const entry of entries) entry.hidden = !texts.get(entry).includes(wanted);
      for (const letter of glossary.querySelectorAll(".px-letter")) {
        letter.hidden = !letter.querySelector(".px-entry:not([hidden])");
      }
      none.textContent = entries.every((entry) => entry.hidden) ? glossary.dataset.pxNone : "";
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    glossary.previousElementSibling.replaceChildren(form);
  }

  /* Who a name is: on hover, on focus, and on a first touch. */
  let tip = null;
  let owner = null;

  function hide() {
    if (!tip) return;
    tip.remove();
    owner.removeAttribute("aria-describedby");
    tip = owner = null;
  }

  function show(name, touched) {
    if (owner === name) return;
    hide();
    owner = name;
    const title = made("strong", {}, name.textContent);
    if (touched) title.append(" →");
    const head = touched ? made("a", { href: name.href }, title) : title;
    tip = made("div", { class: "px-tip", id: "px-tip", role: "tooltip" }, head, name.dataset.tip);
    document.body.append(tip);
    name.setAttribute("aria-describedby", "px-tip");
    const place = name.getClientRects()[0];
    const left = Math.max(8, Math.min(place.left, innerWidth - tip.offsetWidth - 8));
    const below = place.bottom + 6;
    const fits = below + tip.offsetHeight < innerHeight;
    tip.style.left = left + "px";
    tip.style.top = (fits ? below : place.top - tip.offsetHeight - 6) + "px";
  }

  const nameAt = (event) => event.target.closest?.(".px-name[data-tip]");
  let pointer = "mouse";
  document.addEventListener("pointerdown", (event) => { pointer = event.pointerType; }, true);
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const name = nameAt(event);
    if (name) show(name, false);
    else if (!event.target.closest?.(".px-tip")) hide();
  });
  document.addEventListener("focusin", (event) => {
    const name = nameAt(event);
    if (name && name.matches(":focus-visible")) show(name, false);
    else if (!event.target.closest?.(".px-tip")) hide();
  });
  document.addEventListener("click", (event) => {
    const name = nameAt(event);
    if (name && pointer === "touch" && owner !== name) {
      event.preventDefault();
      event.stopPropagation();
      show(name, true);
    } else if (!event.target.closest?.(".px-tip")) hide();
  }, true);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.addEventListener("scroll", hide, { passive: true });

  /* "Link" copies the address of a disagreement; without a script it leads there. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".px-link");
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    navigator.clipboard.writeText(link.href).then(() => {
      const said = link.textContent;
      link.textContent = link.dataset.copied;
      setTimeout(() => { link.textContent = said; }, 2000);
    }, () => { location.href = link.href; });
  });

  /* A target within something closed is opened. */
  function open() {
    const id = decodeURIComponent(location.hash.slice(1));
    let element = id && document.getElementById(id);
    for (; element; element = element.parentElement) if (element.tagName === "DETAILS") element.open = true;
  }
  addEventListener("hashchange", open);

  /* The theme's search box is a dialog without a name, and does not tell how many pages it found. */
  function nameSearch() {
    const search = document.querySelector(".md-search[role=dialog]:not([aria-label])");
    const input = search?.querySelector("[aria-label]");
    if (input) search.setAttribute("aria-label", input.getAttribute("aria-label"));
    search?.querySelector(".md-search-result__meta")?.setAttribute("role", "status");
  }

  function start() {
    hide();
    nameSearch();
    // The signs beside headings are for copying an address; by keyboard a page is crossed faster without them.
    document.querySelectorAll(".headerlink").forEach((link) => { link.tabIndex = -1; });
    document.querySelectorAll(".px-cards:not([data-px-on])").forEach((list) => { list.dataset.pxOn = ""; filterCards(list); });
    document.querySelectorAll(".px-glossary:not([data-px-on])").forEach((list) => { list.dataset.pxOn = ""; filterNames(list); });
    open();
  }
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();

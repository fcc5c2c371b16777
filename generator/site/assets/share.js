/* The page of one disagreement: the day of retrieval, whole addresses, and buttons that copy. */
(() => {
  "use strict";
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  for (const place of document.querySelectorAll("[data-retrieved]")) place.textContent = " " + place.dataset.retrieved.replace("{date}", day);
  for (const place of document.querySelectorAll("[data-urldate]")) place.textContent = "\n  urldate = {" + day + "},";
  const whole = (text) => text.replace(/\.\.\/[^\s)"},]+/g, (path) => new URL(path, location.href).href);
  for (const block of document.querySelectorAll("pre")) {
    for (const node of [...block.childNodes]) if (node.nodeType === 3) node.nodeValue = whole(node.nodeValue);
  }
})();

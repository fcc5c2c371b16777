/* Search by Pagefind behind the theme's own search box: the theme sends its worker each query, and this one answers.
   WORDS and FROM_DISK stand in a line above, which the build writes. Nothing is loaded before the reader types. */
(() => {
  "use strict";
  const SITE = new URL("../../", document.currentScript.src).href;
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3; // kinds of the theme's messages
  const MOST = 30; // pages that are shown of all found: each is a file to load

  /* A site that is opened from a disk may fetch nothing, so there each of Pagefind's files is a script that hands over
     its content, and Pagefind's requests are answered with those. */
  const NAMED = "/pagefind/";
  const handed = new Map();
  window.pxPagefind = (name, content) => handed.set(name, Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)));

  const content = async (name) => {
    if (!handed.has(name)) {
      await new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = `${SITE}pagefind/${name}.js`;
        script.onload = done;
        script.onerror = () => failed(new Error(`Cannot load ${script.src}`));
        document.head.append(script);
      });
    }
    return handed.get(name);
  };

  async function fromDisk() {
    const fetched = window.fetch;
    window.fetch = async (asked, ...options) => {
      if (!String(asked).startsWith(NAMED)) return fetched(asked, ...options);
      return new Response(await content(String(asked).slice(NAMED.length).replace(/\?.*/, "")));
    };
    const source = new Blob([await content("pagefind.js")], { type: "text/javascript" });
    const pagefind = await import(URL.createObjectURL(source));
    await pagefind.options({ basePath: NAMED, noWorker: true });
    return pagefind;
  }

  let loading = null;
  const engine = () => {
    loading ??= FROM_DISK ? fromDisk() : import(`${SITE}pagefind/pagefind.js`);
    loading.catch(() => { loading = null; }); // the next query tries again
    return loading;
  };

  const inert = (text) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);

  /* A found page as the theme shows it: the page, then those of its sections that hold the words. */
  function item(page, score, terms) {
    const location = page.raw_url.replace(/^\//, "");
    const tags = JSON.parse(page.meta.tags).map(inert);
    const whole = { location, title: inert(page.meta.title ?? ""), text: `<p>${page.excerpt}</p>`, score, terms };
    if (tags.length) whole.tags = tags;
    const parts = page.sub_results.filter((part) => part.anchor).map((part) => ({
      location: `${location}#${part.anchor.id}`, title: inert(part.title), text: `<p>${part.excerpt}</p>`, score: score / 2, terms,
    }));
    return [whole, ...parts];
  }

  /* Where no page has a word, Pagefind finds what begins as it does, be that one letter; three must be the same. */
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  function holds(page, words) {
    const marked = [...page.excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, word]) => folded(word));
    return !marked.length || marked.some((found) => words.some((word) => found.includes(folded(word).slice(0, 3))));
  }

  async function search(query) {
    const words = query.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    const terms = Object.fromEntries(words.map((word) => [word, true]));
    const { results } = await (await engine()).search(query);
    const read = await Promise.all(results.slice(0, MOST).map(async ({ score, data }) => ({ score, page: await data() })));
    const fitting = read.filter(({ page }) => holds(page, words));
    const items = fitting.map(({ score, page }) => item(page, score, terms));
    return { items, all: items.length < read.length ? items.length : results.length };
  }

  /* The theme counts what it shows; where that is not all, or nothing could be searched, the line says so. */
  const say = (text) => setTimeout(() => { document.querySelector(".md-search-result__meta").textContent = text; });

  const Plain = window.Worker;
  class SearchWorker extends EventTarget {
    asked = 0;

    postMessage(message) {
      if (message.type === SETUP) this.tell({ type: READY });
      if (message.type === QUERY) this.answer(message.data.trim());
    }

    async answer(query) {
      const number = ++this.asked;
      let found = { items: [], all: 0 }, word = "";
      try {
        if (query) found = await search(query);
        if (found.all > found.items.length) word = WORDS.some.replace("{shown}", found.items.length).replace("{all}", found.all);
      } catch (fault) {
        console.warn(fault);
        word = WORDS.failed;
      }
      if (number !== this.asked) return; // the reader typed on
      this.tell({ type: RESULT, data: { items: found.items } });
      if (word) say(word);
    }

    tell(data) {
      queueMicrotask(() => this.dispatchEvent(new MessageEvent("message", { data })));
    }

    terminate() {}
  }

  window.Worker = new Proxy(Plain, {
    construct: (target, [url, ...options]) => (/\/workers\/search\.[^/]*$/.test(String(url)) ? new SearchWorker() : new target(url, ...options)),
  });
})();

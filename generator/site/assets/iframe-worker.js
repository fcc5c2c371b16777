/* Search in a copy of the site that is opened from a disk: browsers start no Worker there, so its script runs in a
   hidden frame. Two names are not free: the theme's search script looks for `IFrameWorker` in the page around it (its
   language files then come from beside the script), and the theme's offline plugin looks for "iframe-worker" among the
   scripts (else it adds one from another host). */
(() => {
  "use strict";
  if (location.protocol !== "file:") return;

  const loaded = (page, url) =>
    new Promise((done, failed) => {
      const script = page.createElement("script");
      script.src = url;
      script.onload = done;
      script.onerror = () => failed(new Error(`Cannot load ${url}`));
      page.head.append(script);
    });

  /* What a script expects of the Worker that it runs in; `port` leads to the page. */
  function equip(inside, port) {
    inside.postMessage = (data, transfer = []) => port.postMessage(data, transfer);
    /* Unlike in a Worker it cannot block, so it gives a promise; the theme's search script waits for it. */
    inside.importScripts = async (...urls) => {
      for (const url of urls) await loaded(inside.document, url);
    };
  }

  class IFrameWorker extends EventTarget {
    constructor(url) {
      super();
      this.onmessage = this.onerror = null;
      /* The theme's script takes all before the first "/worker" of its address for the site's; only the last may be it. */
      const address = new URL(url, document.baseURI).href.replace(/\/worker(?=.*\/worker)/g, "/%77orker");
      /* The channel keeps what is sent until the script is there to hear it. */
      const { port1, port2 } = new MessageChannel();
      this.port = port1;
      this.port.onmessage = ({ data }) => this.tell(new MessageEvent("message", { data }));
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      this.frame.srcdoc = "<!doctype html><title>Search</title>";
      this.frame.onload = () => this.start(address, port2);
      document.documentElement.append(this.frame);
    }

    async start(address, port) {
      const inside = this.frame.contentWindow;
      inside.onerror = (message) => this.tell(new ErrorEvent("error", { message }));
      try {
        equip(inside, port);
        await loaded(inside.document, address);
        port.onmessage = ({ data }) => inside.dispatchEvent(new inside.MessageEvent("message", { data }));
      } catch (fault) {
        this.tell(new ErrorEvent("error", { message: fault.message }));
      }
    }

    tell(event) {
      this[`on${event.type}`]?.(event);
      this.dispatchEvent(event);
    }

    postMessage(data, transfer = []) {
      this.port.postMessage(data, transfer);
    }

    terminate() {
      this.port.close();
      this.frame.remove();
    }
  }

  window.Worker = window.IFrameWorker = IFrameWorker;
})();

// Defines <citizens-academy-module>, which shows a module in a page of somebody else's.
// README.md says how it is used, docs/embed.md what it and the module say to each other.
(() => {
  const name = "citizens-academy-module";
  // Loaded twice, or defined by the page already.
  if (!window.customElements || customElements.get(name)) return;
  const home = document.currentScript && document.currentScript.src;

  // What the module may do, and no more: run, keep a place, be answered, open links in new tabs,
  // save what a reader asks for, and leave the whole page when the reader presses the exit.
  const sandbox = "{sandbox}";
  // The highest frame, in CSS pixels: ten times a long module with everything open.
  const highest = 300000;
  // Before the module has said how high it is.
  const first = "40rem";

  const isWord = (word) => typeof word === "string" && word.length < 100;
  const isCount = (count) => Number.isInteger(count) && count >= 0 && count < 1e6;

  class Module extends HTMLElement {
    static get observedAttributes() {
      return ["src", "module", "lang", "theme", "title"];
    }

    connectedCallback() {
      addEventListener("message", this);
      this.show();
    }

    disconnectedCallback() {
      removeEventListener("message", this);
    }

    // Where the browser can move an element without loading its frame anew, nothing is to be done.
    connectedMoveCallback() {}

    attributeChangedCallback(attribute) {
      if (!this.isConnected) return;
      this.show();
      if (attribute === "theme") this.greet();
    }

    show() {
      const address = this.address();
      if (!address) return;
      const frame = this.frame || this.make();
      frame.title = this.title || "Citizens Academy";
      if (this.shown === address.href) return;
      this.shown = address.href;
      this.origin = self.origin === "null" ? "null" : address.origin;
      frame.src = address.href;
    }

    // The module's own address, with what the page wishes in its query.
    address() {
      let address;
      try {
        const src = this.getAttribute("src");
        address = src === null ? new URL("./", home) : new URL(src, document.baseURI);
      } catch (error) {
        return console.error(`${name}: src is no address`);
      }
      if (!/^https?:$/.test(address.protocol)) return console.error(`${name}: src is to begin with https`);
      // What is wished later is said to the page: another address would load it anew.
      if (!this.frame) this.theme = this.getAttribute("theme");
      const wishes = { embed: "h5p", lang: this.lang, theme: this.theme };
      for (const wish in wishes) {
        if (wishes[wish]) address.searchParams.set(wish, wishes[wish]);
      }
      return address;
    }

    // In a shadow, where neither the page's style nor its scripts for other frames reach. Styles
    // are set one by one: a page's content policy may refuse a style attribute.
    make() {
      const frame = document.createElement("iframe");
      frame.loading = "lazy";
      frame.setAttribute("sandbox", sandbox);
      frame.referrerPolicy = "no-referrer";
      Object.assign(frame.style, { display: "block", width: "100%", height: first, border: "0" });
      const mark = document.createElement("div");
      Object.assign(mark.style, { position: "absolute", left: "0", height: "1px", width: "1px" });
      const box = document.createElement("div");
      box.style.position = "relative";
      box.append(frame, mark);
      this.style.display = "block";
      this.attachShadow({ mode: "open" }).append(box);
      this.mark = mark;
      return (this.frame = frame);
    }

    greet() {
      const frame = this.frame && this.frame.contentWindow;
      const theme = this.getAttribute("theme") || "auto";
      if (frame) frame.postMessage({ academy: 1, type: "hello", theme }, this.origin === "null" ? "*" : this.origin);
    }

    handleEvent({ source, origin, data }) {
      const { frame } = this;
      if (!source || !frame || source !== frame.contentWindow || origin !== this.origin) return;
      if (!data || data.academy !== 1) return;
      const { module, language, height, sections, read, questions, answered, below } = data;
      if (data.type === "ready" && isWord(module) && isWord(language)) {
        const wished = this.getAttribute("module");
        if (wished && wished !== module) console.warn(`${name}: "${module}" is shown there, not "${wished}"`);
        this.greet();
        this.tell("ready", { module, language });
      } else if (data.type === "height" && isCount(height) && height && height <= highest) {
        frame.style.height = `${height}px`;
      } else if (data.type === "progress" && [sections, read, questions, answered].every(isCount)) {
        this.tell("progress", { sections, read, questions, answered });
      } else if (data.type === "complete") {
        this.tell("complete", {});
      } else if (data.type === "lead" && isCount(below) && this.shadowRoot.activeElement === frame) {
        // Only for a reader who is in the frame: it followed a link in there.
        this.mark.style.top = `${Math.min(below, frame.clientHeight)}px`;
        this.mark.scrollIntoView();
      }
    }

    tell(type, detail) {
      this.dispatchEvent(new CustomEvent(`academy:${type}`, { bubbles: true, detail }));
    }
  }

  customElements.define(name, Module);
})();

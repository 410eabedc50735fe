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

  // The address in an element's src; none where that is no such thing.
  const addressOf = (element) => {
    const src = element.getAttribute("src");
    try {
      const address = src ? new URL(src, document.baseURI) : new URL("./", home);
      if (/^https?:$/.test(address.protocol)) return address;
    } catch (error) {}
    console.error(`${name}: src has to be an address that begins with https`);
  };

  class Module extends HTMLElement {
    // Fields of its own, which no framework takes for properties to be set.
    #frame;
    #mark;
    // What the frame shows, of which origin, and whether that has said that it listens.
    #shown;
    #origin;
    #ready;
    // The theme that src names.
    #asked;

    static get observedAttributes() {
      return ["src", "module", "lang", "theme", "title"];
    }

    connectedCallback() {
      addEventListener("message", this);
      this.#show();
    }

    disconnectedCallback() {
      removeEventListener("message", this);
      this.#ready = false;
    }

    // Where the browser can move an element without loading its frame anew, nothing is to be done.
    connectedMoveCallback() {}

    attributeChangedCallback(attribute) {
      if (!this.isConnected) return;
      this.#show();
      if (attribute === "theme" && this.#ready) this.#greet();
    }

    #show() {
      const address = addressOf(this);
      if (!address) return;
      const frame = this.#frame || this.#make();
      frame.title = this.title || "Citizens Academy";
      address.searchParams.set("embed", "h5p");
      if (this.lang) address.searchParams.set("lang", this.lang);
      if (this.#shown === address.href) return;
      this.#shown = address.href;
      // Another theme is said to the page later: another address would load it anew.
      this.#asked = address.searchParams.get("theme");
      const theme = this.getAttribute("theme") || this.#asked;
      if (theme) address.searchParams.set("theme", theme);
      this.#ready = false;
      // A sandbox around this page that takes its origin takes the frame's, too. A page from a file
      // has none by itself.
      const alone = self.origin === "null" && !/^(file|data):$/.test(location.protocol);
      this.#origin = alone ? "null" : address.origin;
      frame.src = address.href;
    }

    // In a shadow, where neither the page's style nor its scripts for other frames reach. Styles
    // are set one by one: a page's content policy may refuse a style attribute.
    #make() {
      const frame = document.createElement("iframe");
      frame.loading = "lazy";
      frame.setAttribute("sandbox", sandbox);
      frame.allow = "{allow}";
      frame.referrerPolicy = "no-referrer";
      Object.assign(frame.style, { display: "block", width: "100%", height: first, border: "0" });
      const mark = document.createElement("div");
      Object.assign(mark.style, { position: "absolute", left: "0", height: "1px", width: "1px" });
      const box = document.createElement("div");
      box.style.position = "relative";
      box.append(frame, mark);
      this.attachShadow({ mode: "open" }).append(box);
      this.#mark = mark;
      return (this.#frame = frame);
    }

    #greet() {
      const theme = this.getAttribute("theme") || this.#asked || "auto";
      const to = this.#origin === "null" ? "*" : this.#origin;
      this.#frame.contentWindow.postMessage({ academy: 1, type: "hello", theme }, to);
    }

    handleEvent({ source, origin, data }) {
      const frame = this.#frame;
      if (!source || !frame || source !== frame.contentWindow || origin !== this.#origin) return;
      if (!data || data.academy !== 1) return;
      const { module, language, height, done, total, below } = data;
      if (data.type === "ready" && isWord(module) && isWord(language)) {
        const wished = this.getAttribute("module");
        if (wished && wished !== module) console.warn(`${name}: "${module}" is shown there, not "${wished}"`);
        this.#ready = true;
        this.#greet();
        this.#tell("ready", { module, language });
      } else if (data.type === "height" && isCount(height) && height && height <= highest) {
        frame.style.height = `${height}px`;
      } else if (data.type === "progress" && isCount(done) && isCount(total) && done <= total) {
        this.#tell("progress", { done, total });
      } else if (data.type === "complete") {
        this.#tell("complete", {});
      } else if (data.type === "lead" && isCount(below) && this.shadowRoot.activeElement === frame) {
        // Only for a reader who is in the frame: it followed a link in there.
        this.#mark.style.top = `${Math.min(below, frame.clientHeight)}px`;
        this.#mark.scrollIntoView();
      }
    }

    #tell(type, detail) {
      this.dispatchEvent(new CustomEvent(`academy:${type}`, { bubbles: true, detail }));
    }
  }

  customElements.define(name, Module);
})();

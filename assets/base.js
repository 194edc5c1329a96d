// What every script of the site uses: watching the page, making an element, fetching a file once.
"use strict";
(function () {
    const site = (window.segregationskartan = window.segregationskartan || {});
    const files = new Map();

    // What to do with plotly's graph once it is there.
    site.onGraph = [];

    // Does something now and whenever the page has changed.
    site.watch = function (act) {
        act();
        new MutationObserver(act).observe(document.documentElement, { childList: true, subtree: true });
    };

    site.element = function (tag, words) {
        const made = document.createElement(tag);
        made.textContent = words;
        return made;
    };

    // Words with gaps such as {year}.
    site.filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, key) => values[key]);

    // A file once; where its checksum is known, only if it is what was published.
    site.file = function (address, checksum) {
        if (!files.has(address)) {
            const answer = read(address, checksum, "default");
            answer.catch(() => files.delete(address));
            files.set(address, answer);
        }
        return files.get(address);
    };

    async function read(address, checksum, cache) {
        const response = await fetch(address, { cache });
        if (!response.ok) throw new Error(`${address}: ${response.status}`);
        if (!checksum || !crypto.subtle) return response.json();
        const bytes = await response.arrayBuffer();
        if ((await sha256(bytes)) === checksum) return JSON.parse(new TextDecoder().decode(bytes));
        // Once more past the browser's own copy, which may be what is damaged.
        if (cache === "default") return read(address, checksum, "reload");
        throw Object.assign(new Error(`${address}: not as published`), { altered: true });
    }

    async function sha256(bytes) {
        const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
        return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
    }
})();

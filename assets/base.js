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

    // What is asked for is made once; again where that failed.
    site.once = function (asked, make) {
        if (!files.has(asked)) {
            const answer = make();
            answer.catch(() => files.delete(asked));
            files.set(asked, answer);
        }
        return files.get(asked);
    };

    // A file; where its checksum is known, only if it is what was published.
    site.file = (address, checksum) => site.once(address, () => read(address, checksum, "default"));

    async function read(address, checksum, cache) {
        const response = await fetch(address, { cache });
        if (!response.ok) throw new Error(`${address}: ${response.status}`);
        const bytes = await response.arrayBuffer();
        if (await isAsPublished(bytes, checksum)) return parsed(bytes);
        // Once more past the browser's own copy, which may be what is damaged.
        if (cache === "default") return read(address, checksum, "reload");
        throw Object.assign(new Error(`${address}: not as published`), { altered: true });
    }

    // A file that came along with another answer; where it is damaged it is asked for by itself.
    site.keep = function (address, checksum, bytes) {
        const checked = async () => {
            if (await isAsPublished(bytes, checksum)) return parsed(bytes);
            throw new Error(`${address}: came damaged`);
        };
        return site.once(address, checked).catch(() => {});
    };

    const parsed = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

    const isAsPublished = async (bytes, checksum) => !checksum || !crypto.subtle || (await sha256(bytes)) === checksum;

    async function sha256(bytes) {
        const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
        return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
    }
})();

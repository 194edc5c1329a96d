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

    site.file = function (address) {
        if (!files.has(address)) {
            const answer = fetch(address).then((response) => {
                if (!response.ok) throw new Error(`${address}: ${response.status}`);
                return response.json();
            });
            answer.catch(() => files.delete(address));
            files.set(address, answer);
        }
        return files.get(address);
    };
})();

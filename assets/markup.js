// What the server sends as text, because there is much of it, becomes part of the page at once.
"use strict";
(function () {
    function fill(holder) {
        holder.innerHTML = holder.dataset.markup;
        holder.removeAttribute("data-markup");
        if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
    }

    new MutationObserver(() => {
        for (const holder of document.querySelectorAll("[data-markup]")) fill(holder);
    }).observe(document.documentElement, { childList: true, subtree: true });
})();

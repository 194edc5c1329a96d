// What is shown is taken along: as a file, a citation, code for another site, or a link.
"use strict";
(function () {
    const site = window.segregationskartan;

    // A bar without a question of its own follows the address of the page.
    function follow() {
        for (const bar of document.querySelectorAll(".sharing[data-follows]")) {
            const question = new URLSearchParams(location.search);
            question.set("of", bar.dataset.follows);
            for (const link of bar.querySelectorAll("a[data-shares]")) link.search = question;
        }
    }

    document.addEventListener("click", (event) => {
        const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
        const link = event.target.closest(".sharing a[data-shares]");
        const copies = event.target.closest("button[data-copies]");
        if (copies) copy(document.getElementById(copies.dataset.copies), copies);
        if (!link || !plain) return;
        event.preventDefault();
        follow();
        if (link.dataset.shares === "send") send(link);
        else open(link);
    });

    // The part of the sharing page that the link leads to, in a dialog; without it, the page itself.
    async function open(link) {
        try {
            const answer = await fetch(link.href);
            if (!answer.ok) throw new Error(`${link.href}: ${answer.status}`);
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            const part = document.importNode(page.getElementById(link.dataset.shares), true);
            show(part, page.querySelector("h1").textContent, link);
        } catch {
            location.assign(link.href);
        }
    }

    function show(part, title, link) {
        const dialog = document.createElement("dialog");
        dialog.className = "sharing-dialog";
        dialog.setAttribute("aria-labelledby", part.getAttribute("aria-labelledby"));
        const close = site.element("button", link.closest(".sharing").dataset.close);
        close.type = "button";
        close.className = "close";
        close.addEventListener("click", () => dialog.close());
        const named = site.element("p", title);
        named.className = "shared-title";
        part.querySelector("h2").after(named);
        dialog.append(part, close);
        dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
        dialog.addEventListener("close", () => {
            dialog.remove();
            link.focus();
        });
        document.body.append(dialog);
        prepare(dialog);
        dialog.showModal();
    }

    // What only works with script is there only with script.
    function prepare(within) {
        const now = new Date();
        const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
        for (const place of within.querySelectorAll("[data-today]")) place.textContent = day.join("-");
        for (const hidden of within.querySelectorAll("button.copy, .choices")) hidden.hidden = false;
        for (const plain of within.querySelectorAll(".without-script")) plain.remove();
        const embed = within.querySelector("#embed");
        if (embed) embed.addEventListener("change", () => code(embed));
    }

    // The code for another site, and its preview, as chosen.
    function code(embed) {
        const chosen = embed.querySelector("input[name=edition]:checked").value;
        const width = embed.querySelector("#embed-width").value;
        const values = { src: embed.dataset[chosen], title: embed.dataset.title, width };
        for (const key of ["src", "title"]) values[key] = values[key].replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt()};`);
        embed.querySelector("#embed-code").value = site.filled(embed.dataset.code, values);
        const preview = embed.querySelector("iframe");
        const { pathname, search } = new URL(embed.dataset[chosen]);
        if (preview.getAttribute("src") !== pathname + search) preview.src = pathname + search;
        preview.style.maxWidth = width;
    }

    async function send(link) {
        const bar = link.closest(".sharing");
        const shared = { title: document.title, url: address(bar) };
        if (navigator.share) return navigator.share(shared).catch(() => {});
        await written(shared.url);
        bar.querySelector(".share-said").textContent = bar.dataset.copied;
    }

    // What is shared is the page that is read; on it, the view that the bar belongs to.
    function address(bar) {
        return bar.dataset.address ? new URL(bar.dataset.address, location.href).href : location.href;
    }

    async function copy(from, button) {
        await written(from.value ?? from.textContent);
        const words = button.dataset.copies && button.textContent;
        button.textContent = button.dataset.copied;
        button.setAttribute("aria-live", "polite");
        setTimeout(() => (button.textContent = words), 2000);
    }

    // Where the page may not write to the clipboard, the words are marked for the reader to copy.
    async function written(words) {
        try {
            await navigator.clipboard.writeText(words);
        } catch {
            const held = document.createElement("textarea");
            held.value = words;
            (document.querySelector("dialog[open]") || document.body).append(held);
            held.select();
            document.execCommand("copy");
            held.remove();
        }
    }

    site.watch(follow);
    for (const moved of ["popstate", "_dashprivate_pushstate"]) addEventListener(moved, follow);
    if (document.querySelector(".sharing-page")) prepare(document);
})();

// One question to the server where Dash would ask one for each part of the page, by an address that
// browsers and proxies keep; and what is likely asked next, asked beforehand.
"use strict";
(function () {
    const site = (window.segregationskartan = window.segregationskartan || {});
    const CALLBACKS = "_dash-update-component";
    const asking = window.fetch.bind(window);

    site.view = function (asked) {
        const { views } = document.getElementById("main").dataset;
        return site.file(`${views}${asked.replace(/^\/\?/, `/${document.documentElement.lang}/?`)}`);
    };

    // Dash's own way stays open: it is taken where the one question is not answered.
    window.fetch = function (address, options) {
        const body = ofView(address, options);
        return body ? answer(body).catch(() => asking(address, options)) : asking(address, options);
    };

    function ofView(address, options) {
        if (!String(address).includes(CALLBACKS) || typeof options?.body !== "string") return null;
        const body = JSON.parse(options.body);
        return body.inputs.length === 1 && body.inputs[0].id === "asked" && body.inputs[0].value ? body : null;
    }

    async function answer({ output, inputs }) {
        const view = await site.view(inputs[0].value);
        if (!view[output]) throw new Error(`No answer for ${output}`);
        return new Response(JSON.stringify(view[output]), { headers: { "Content-Type": "application/json" } });
    }

    // A reader who comes near a control may choose what it offers.
    function ahead(event) {
        const control = event.target.closest?.('[data-writes="indicator"]');
        if (!control || !site.picture || navigator.connection?.saveData) return;
        for (const indicator of offered(control)) fetchAhead(indicator).catch(() => {});
    }

    // The menu offers much: what stands in the group that is chosen from.
    function offered(control) {
        if (control.matches("button")) return [control.dataset.value];
        const group = control.selectedOptions[0]?.closest("optgroup");
        return group ? [...group.children].map((option) => option.value) : [];
    }

    async function fetchAhead(indicator) {
        const asked = site.asked(site.chosen("indicator", indicator));
        const view = await site.view(asked);
        const parts = Object.values(view).map(({ response }) => response);
        const scene = parts.find((part) => part.scene)?.scene.data;
        if (scene) await site.file(scene.values);
    }

    for (const near of ["pointerover", "focusin"]) document.addEventListener(near, ahead, { passive: true });
})();

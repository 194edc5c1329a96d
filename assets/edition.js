// A page shows one edition. When an answer comes from another, which was published meanwhile, the
// page is loaded anew from its address, which says all that it shows.
(() => {
  const VIEW = /\/views\/([^/]+)\//;
  const CALLBACKS = "_dash-update-component";
  const ask = window.fetch;
  let shown = null;
  let settled = performance.getEntriesByType("navigation")[0]?.type !== "reload";

  window.fetch = async (...asked) => {
    const answer = await ask(...asked);
    const address = String(asked[0]?.url ?? asked[0]);
    const edition = answer.headers.get("X-Edition");
    if (edition && (VIEW.test(address) || address.includes(CALLBACKS))) {
      shown ??= VIEW.exec(address)?.[1] ?? edition;
      // A page just loaded anew waits for an answer of its own first: the former edition may still
      // answer now and then, and to load it again and again would not help.
      if (edition !== shown && settled) window.location.reload();
      settled ||= edition === shown;
    }
    return answer;
  };
})();

// A page shows one edition. When an answer comes from another, which was published meanwhile, the
// page is loaded anew from its address, which says all that it shows.
(() => {
  const VIEW = /\/views\/([^/]+)\//;
  const CALLBACKS = "_dash-update-component";
  const SETTLES = 10_000; // milliseconds, in which the former edition may still answer now and then
  const ask = window.fetch;
  let shown = null;

  // Just loaded anew for this very reason: once more would not help.
  const reloadedJustNow = () =>
    performance.now() < SETTLES && performance.getEntriesByType("navigation")[0]?.type === "reload";

  window.fetch = async (...asked) => {
    const answer = await ask(...asked);
    const address = String(asked[0]?.url ?? asked[0]);
    const edition = answer.headers.get("X-Edition");
    if (edition && (VIEW.test(address) || address.includes(CALLBACKS))) {
      shown ??= VIEW.exec(address)?.[1] ?? edition;
      if (edition !== shown && !reloadedJustNow()) window.location.reload();
    }
    return answer;
  };
})();

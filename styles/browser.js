// What is typed goes to the app from the first key on, again after another tab or window was used;
// once the app has ended, to the link that opens it again.
function listen() {
  const ended = document.body.classList.contains("-closed");
  document.querySelector(ended ? ".ended a" : "#terminal textarea")?.focus();
}
addEventListener("load", () => {
  new MutationObserver(listen).observe(document.body, { attributeFilter: ["class"] });
});
addEventListener("focus", listen);

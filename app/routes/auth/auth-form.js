/* What the forms of pages without React gain from a script. Nothing here is needed to send them. */

for (const input of document.querySelectorAll("input[type=password]")) {
  const reveal = input.nextElementSibling;
  reveal?.addEventListener("click", () => {
    const isShown = input.getAttribute("type") === "text";
    input.setAttribute("type", isShown ? "password" : "text");
    reveal.setAttribute("aria-pressed", String(!isShown));
  });
}

/** @type {Element | null} */
let sending = null;

function settle() {
  sending?.removeAttribute("aria-busy");
  sending?.removeAttribute("aria-disabled");
  sending = null;
}

addEventListener("submit", (event) => {
  if (sending !== null) {
    event.preventDefault();
    return;
  }
  sending = event.submitter;
  sending?.setAttribute("aria-busy", "true");
  sending?.setAttribute("aria-disabled", "true");
});

// Going back may show this very document again, as it was left.
addEventListener("pageshow", settle);
// A load that was stopped tells nobody.
addEventListener("keydown", ({ key }) => {
  if (key === "Escape") settle();
});

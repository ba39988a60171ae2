// Keeps people inside the uppermost modal element of the mirror: what lies under it is inert, Tab
// goes round in it, and the focus comes from its opener and goes back there.
//
// Overlays come later in the tree, so everything before the modal element lies under it; what comes
// after it (a menu it opened, toasts) stays in use.

const focusable = 'a[href], button, input, select, textarea, [tabindex]';

// Of radio buttons that belong together, Tab stops at one alone.
const isOneStop = (a, b) => a.type === 'radio' && b.type === 'radio' && a.name === b.name;

export class Modality {
  constructor(layer) {
    this.layer = layer;
    this.open = []; // {element, opener}, in the order of their opening
    this.hasInert = false;
    this.pressed = null; // the control pressed last: some browsers give it no focus
  }

  mark(element, isModal) {
    const place = this.open.findIndex((each) => each.element === element);
    if (isModal && place < 0) this.open.push({ element, opener: null, isNew: true });
    if (!isModal && place >= 0) this.close(place);
    if (isModal) element.setAttribute('aria-modal', 'true');
    else element.removeAttribute('aria-modal');
  }

  // After the tree changed: `before` had the focus until then, `wanted` was given it since (a menu
  // that opened a dialog gives it back).
  settle(before, wanted) {
    let opener = null;
    for (let i = this.open.length - 1; i >= 0; i -= 1) {
      if (!this.open[i].element.isConnected) opener = this.close(i) ?? opener;
    }
    const top = this.open.at(-1);
    const isInside = this.open.some((each) => each.isNew && each.element.contains(wanted));
    const from = isInside ? before : wanted ?? before;
    for (const each of this.open) {
      if (each.isNew) each.opener = from && from !== document.body ? from : this.pressed;
    }
    this.setInert(top?.element ?? null);
    if (top?.isNew) this.focusInside(top.element);
    else if (opener) this.focusOpener(opener);
    for (const each of this.open) each.isNew = false;
  }

  close(place) {
    const [{ opener }] = this.open.splice(place, 1);
    return opener;
  }

  setInert(top) {
    if (!top && !this.hasInert) return;
    this.hasInert = top !== null;
    const wanted = new Set();
    for (let inside = top; inside && inside !== this.layer; inside = inside.parentElement) {
      for (let each = inside.previousElementSibling; each; each = each.previousElementSibling) {
        wanted.add(each);
      }
    }
    for (const each of this.layer.querySelectorAll('[inert]')) {
      if (!wanted.has(each)) each.inert = false;
    }
    for (const each of wanted) each.inert = true;
  }

  focusInside(element) {
    if (element.contains(document.activeElement)) return; // the program chose
    const stops = this.stops(element);
    // The first button closes it, as its place says: the next one is what it is about.
    const [close, button] = stops.filter((stop) => stop.tagName === 'BUTTON');
    const goal = stops.find((stop) => /^(INPUT|TEXTAREA|SELECT)$/.test(stop.tagName)) ??
      button ?? close;
    // It is read from its beginning, wherever its first control stands.
    if (goal) {
      goal.focus({ preventScroll: true });
    } else {
      element.tabIndex = -1;
      element.focus();
    }
  }

  // Unless the program put the focus elsewhere.
  focusOpener(opener) {
    const now = document.activeElement;
    if (now && now !== document.body) return;
    if (opener.isConnected && !opener.closest('[inert]')) {
      opener.focus();
      return;
    }
    const main = this.layer.querySelector('main');
    if (!main) return;
    main.tabIndex = -1;
    main.focus();
  }

  stops(within) {
    return [...within.querySelectorAll(focusable)].filter((each) =>
      each.tabIndex >= 0 && !each.disabled && !each.hidden && !each.closest('[inert], [hidden]'));
  }

  // Tab at the end goes to the beginning, and back.
  keepInside(event) {
    if (this.open.length === 0) return;
    const stops = this.stops(this.layer);
    if (stops.length === 0) {
      event.preventDefault();
      return;
    }
    const place = stops.indexOf(document.activeElement);
    const rest = event.shiftKey ? stops.slice(0, Math.max(place, 0)) : stops.slice(place + 1);
    if (place >= 0 && rest.some((stop) => !isOneStop(stop, stops[place]))) return;
    event.preventDefault();
    const goal = stops.at(event.shiftKey ? -1 : 0);
    (stops.find((stop) => stop.checked && isOneStop(stop, goal)) ?? goal).focus();
  }
}

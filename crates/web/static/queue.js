// The queue: the display speaks, the phone vibrates, the machine goes back to its first page. Comfort only.
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const lang = document.documentElement.lang || "vi";

  // A voice of the page's language, where the browser has one.
  const speech = window.speechSynthesis;
  const voice = () => speech && speech.getVoices().find((found) => found.lang.toLowerCase().startsWith(lang));
  const say = (text, times = 1) => {
    const found = voice();
    if (!found) return false;
    for (let turn = 0; turn < times; turn++) {
      const words = new SpeechSynthesisUtterance(text);
      words.voice = found;
      words.lang = found.lang;
      words.rate = 0.9;
      speech.speak(words);
    }
    return true;
  };

  // Two tones, where the browser lets a page make a sound.
  let sound;
  const chime = () => {
    if (!window.AudioContext) return;
    sound ||= new AudioContext();
    [[660, 0], [880, 0.25]].forEach(([hertz, after]) => {
      const tone = sound.createOscillator(), loud = sound.createGain(), at = sound.currentTime + after;
      tone.frequency.value = hertz;
      loud.gain.setValueAtTime(0.25, at);
      loud.gain.exponentialRampToValueAtTime(0.001, at + 0.6);
      tone.connect(loud).connect(sound.destination);
      tone.start(at);
      tone.stop(at + 0.6);
    });
  };

  // The display: calls with a higher turn than the last one known are spoken, the oldest first; what is older than a
  // minute is shown only. Loading the page speaks nothing.
  const calls = one("[data-calls]");
  if (calls) {
    const turns = () => all("[data-call]", calls);
    let known = Math.max(0, ...turns().map((node) => +node.dataset.call)), heard = Date.now();
    const button = one("[data-sound]"), age = one("[data-age]");
    calls.addEventListener("kc:swap", () => {
      heard = Date.now();
      const fresh = turns().filter((node) => +node.dataset.call > known && "fresh" in node.dataset);
      known = Math.max(known, ...turns().map((node) => +node.dataset.call));
      if (!fresh.length) return;
      chime();
      fresh.reverse().forEach((node) => say(node.dataset.say, 2));
    });
    calls.addEventListener("kc:pulse", () => { heard = Date.now(); });
    const asleep = () => { sound ||= window.AudioContext && new AudioContext(); return sound && sound.state === "suspended"; };
    if (button && asleep()) {
      button.hidden = false;
      button.addEventListener("click", () => { sound.resume(); chime(); button.hidden = true; });
    }
    // Silence is told after five seconds more than the pulse, and grey after fifteen.
    setInterval(() => {
      const seconds = Math.round((Date.now() - heard) / 1000);
      calls.classList.toggle("old", seconds > 15);
      age.hidden = seconds <= 9;
      age.textContent = `${age.dataset.text} ${seconds} s`;
    }, 1000);
  }

  // One's own ticket: each call once, by vibration and tone.
  const ticket = one("[data-ticket]");
  if (ticket) {
    let last = one("[data-called]")?.dataset.called;
    ticket.addEventListener("kc:swap", () => {
      const called = one("[data-called]")?.dataset.called;
      if (called && called !== last) {
        if (navigator.vibrate) navigator.vibrate([400, 200, 400, 200, 800]);
        chime();
      }
      last = called;
    });
  }

  // The machine: reads aloud on request, prints once for each number, goes back when it is left alone.
  const texts = () => all("[data-say]").map((node) => node.dataset.say).join(". ");
  all("[data-listen]").forEach((button) => {
    const show = () => { button.hidden = !voice(); };
    show();
    if (speech) speech.onvoiceschanged = show;
    button.addEventListener("click", () => { speech.cancel(); say(texts()); });
  });
  const number = document.body.dataset.printOnce;
  if (number && !sessionStorage.getItem(number)) {
    sessionStorage.setItem(number, "1");
    if (new URLSearchParams(location.search).has("in") || sessionStorage.getItem("in")) print();
  }
  if (new URLSearchParams(location.search).has("in")) sessionStorage.setItem("in", "1");
  const home = document.body.dataset.home;
  const box = one("[data-idle-box]");
  if (home && box && location.pathname !== home) {
    let warn, leave;
    const wake = () => {
      clearTimeout(warn);
      clearTimeout(leave);
      warn = setTimeout(() => {
        box.showModal();
        say(box.querySelector("h2").textContent);
        leave = setTimeout(() => location.replace(home), 10000);
      }, 30000);
    };
    box.addEventListener("close", wake);
    ["pointerdown", "keydown"].forEach((kind) => addEventListener(kind, () => { if (!box.open) wake(); }));
    wake();
  }
})();

/* Play: the dates run by themselves, faster or slower, once or again and again. Nothing is sent while they run. */
(function (root) {
  "use strict";

  const AXIS_SECONDS = 24; // for the whole axis at speed 1
  const LEAST_PER_SECOND = 15; // days, where the axis is short
  const SPEEDS = [1, 2, 4];
  const STEP_MILLISECONDS = 1000; // between steps where motion is to be reduced

  class TimePlayer {
    /* `read()` gives {window, axis}; `onPlay(window)` is called for each new window, `onEnd()` when it is over. */
    constructor({ read, onPlay, onEnd }) {
      Object.assign(this, { _read: read, _onPlay: onPlay, _onEnd: onEnd });
      this._timer = 0;
      this._speed = 0;
      this._build();
    }

    get isPlaying() {
      return this._timer !== 0;
    }

    _build() {
      const { button, select, element } = root.dom;
      this._play = button("launch-time-button launch-time-play", "Play", "slider-play", "▶");
      this._fast = button("launch-time-button", "Speed: 1 times", "slider-speed", "1×");
      this._loop = button("launch-time-button", "Repeat", "slider-loop", "↻");
      this._loop.setAttribute("aria-pressed", "false");
      this._mode = select("launch-time-select", "How playing moves the dates", "slider-mode", [
        ["cumulative", "cumulative"],
        ["moving", "window"],
      ]);
      this._play.addEventListener("click", () => this.toggle());
      this._fast.addEventListener("click", () => this._faster());
      this._loop.addEventListener("click", () => this._toggleLoop());
      this._mode.addEventListener("change", () => this.isPlaying && this._start());
      this.node = element("span", "launch-time-player", { role: "group", "aria-label": "Play" });
      this.node.append(this._play, this._fast, this._loop, this._mode);
    }

    toggle() {
      if (!this.isPlaying) {
        this._start();
        return;
      }
      this.pause();
      this._onEnd();
    }

    pause() {
      cancelAnimationFrame(this._timer);
      clearTimeout(this._stepTimer);
      this._timer = 0;
      this._show();
    }

    _start() {
      cancelAnimationFrame(this._timer);
      const { window, axis } = this._read();
      this._from = root.timeWindow.playStart(window, axis, this._isCumulative());
      this._days = 0;
      this._time = performance.now();
      this._onPlay(this._from);
      this._next();
      this._show();
    }

    _next() {
      if (!root.dom.wantsStillness()) {
        this._timer = requestAnimationFrame((time) => this._advance(time));
        return;
      }
      this._timer = -1; // no frame, but playing
      clearTimeout(this._stepTimer);
      this._stepTimer = setTimeout(() => this._advance(performance.now()), STEP_MILLISECONDS);
    }

    _advance(time) {
      const { axis } = this._read();
      const perSecond = Math.max(LEAST_PER_SECOND, (axis.last - axis.first + 1) / AXIS_SECONDS) * SPEEDS[this._speed];
      this._days += (Math.max(0, time - this._time) / 1000) * perSecond;
      this._time = Math.max(time, this._time);
      const { window, isOver } = root.timeWindow.played(this._from, this._days, axis, this._isCumulative());
      this._onPlay(window);
      if (!isOver) this._next();
      else if (this._isLooping()) this._start();
      else this.toggle();
    }

    _faster() {
      this._speed = (this._speed + 1) % SPEEDS.length;
      this._fast.textContent = `${SPEEDS[this._speed]}×`;
      this._fast.setAttribute("aria-label", `Speed: ${SPEEDS[this._speed]} times`);
      this._fast.title = this._fast.getAttribute("aria-label");
    }

    _toggleLoop() {
      this._loop.setAttribute("aria-pressed", String(!this._isLooping()));
    }

    _isLooping() {
      return this._loop.getAttribute("aria-pressed") === "true";
    }

    _isCumulative() {
      return this._mode.value === "cumulative";
    }

    _show() {
      const label = this.isPlaying ? "Pause" : "Play";
      this._play.textContent = this.isPlaying ? "❚❚" : "▶";
      this._play.setAttribute("aria-label", label);
      this._play.title = label;
    }
  }

  root.TimePlayer = TimePlayer;
})((window.launchMap = window.launchMap || {}));

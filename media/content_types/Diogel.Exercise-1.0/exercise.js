/*
 * Diogel.Exercise: the frame that Diogel's exercises share. BSD-3-Clause.
 *
 * It draws heading, task, bar and announcements, keeps score, state and statements, and speaks to H5P's core. A content
 * type gives it a part: an object that knows one kind of exercise. `Diogel.Exercise.type(make)` makes the constructor
 * that H5P starts; `make(exercise)` gives the part:
 *
 *   draw(body)                        draws into an empty element, by `exercise.checked` and `exercise.shown`
 *   total(), open(), focusOpen()      how many answers are wanted, how many lack; goes to the first that lacks
 *   score(), most()                   points reached, points to be had
 *   get(), set(state), clear(), keepRight()   the answer as JSON; what was kept (not to be trusted); all or the wrong away
 *   definition(), response()          what a statement says of the question, and of the answer
 *   byItself                          true where the learner is done by going on, not by "Check"
 *   count()                           where it is not a number of answers: how far the learner is, in words
 */
window.Diogel = window.Diogel || {};

Diogel.Exercise = (function () {
  'use strict';

  let made = 0;

  /** An element with attributes and children; a function among the attributes listens to that event. */
  function el(name, attributes, ...children) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value === undefined || value === null || value === false) continue;
      if (typeof value === 'function') node.addEventListener(key, value);
      else node.setAttribute(key, value === true ? '' : value);
    }
    node.append(...children.filter((child) => child instanceof Node || (typeof child === 'string' && child !== '')));
    return node;
  }

  /** The words of a text: hosts hand plain texts on with their special characters escaped, and rich ones as HTML. */
  function plain(text) {
    return new DOMParser().parseFromString(String(text || ''), 'text/html').body.textContent.trim();
  }

  /** A rich text, which the host has sanitised by our semantics; its links leave the exercise alone. */
  function rich(text, name, className) {
    const node = el(name || 'div', {class: 'diogel-rich' + (className ? ' ' + className : '')});
    node.innerHTML = text || '';
    node.querySelectorAll('a[href]').forEach(outward);
    return node;
  }

  function outward(link) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    return link;
  }

  /** Where a fact comes from, as a link where it has an address on the web. */
  function sourceOf(exercise, source) {
    const says = source && plain(source.says);
    if (!says) return '';
    const url = plain(source.url);
    const named = /^https?:\/\//i.test(url) ? outward(el('a', {href: url}, says)) : says;
    return el('p', {class: 'diogel-source'}, exercise.word('source') + ': ', named);
  }

  /** Why something is right or not: the verdict in a word, the reason, the source. `kind`: right, wrong, missed. */
  function reason(exercise, kind, entry, verdict) {
    return el('div', {class: 'diogel-reason diogel-reason--' + kind},
      el('p', {class: 'diogel-verdict'}, verdict || exercise.word(kind)),
      rich(entry.feedback), sourceOf(exercise, entry.source));
  }

  /** The whole numbers of a kept answer that are places in a list of that length. */
  function places(value, length) {
    const list = Array.isArray(value) ? value : [];
    return [...new Set(list)].filter((each) => Number.isInteger(each) && each >= 0 && each < length);
  }

  /** Options to choose one or several of. `answer` is the list of places chosen, changed as they are. */
  function options(exercise, list, answer, several, labelledby) {
    const name = 'diogel-' + (made += 1);
    const group = el('div', {class: 'diogel-options', role: several ? 'group' : 'radiogroup', 'aria-labelledby': labelledby});
    list.forEach((option, place) => {
      const input = el('input', {type: several ? 'checkbox' : 'radio', name: name, disabled: exercise.checked});
      input.checked = answer.includes(place);
      input.addEventListener('change', () => {
        const others = several ? answer.filter((each) => each !== place) : [];
        answer.splice(0, answer.length, ...others.concat(input.checked ? place : []).sort((a, b) => a - b));
        exercise.changed();
      });
      const chosen = input.checked;
      const box = el('div', {class: 'diogel-option'}, el('label', {}, input, rich(option.text, 'span')));
      if (exercise.checked && (chosen || exercise.shown)) {
        box.append(reason(exercise, option.correct ? (chosen ? 'right' : 'missed') : 'wrong', option));
      }
      group.append(box);
    });
    return group;
  }

  /** Points for options: one for each that fits, one less for each that does not, never below none. */
  function optionScore(list, answer) {
    const fit = answer.filter((place) => list[place].correct).length;
    return Math.max(0, fit - (answer.length - fit));
  }

  /** How many of the options fit, at least one so that there is something to reach. */
  function optionMost(list) {
    return Math.max(1, list.filter((option) => option.correct).length);
  }

  /**
   * Rows, each to be put into one of the targets. `answer` holds a target's place or null for each item, and
   * `right(item)` tells the place where it belongs. Few short targets stand side by side, many become a list.
   */
  function rows(exercise, items, targets, answer, right) {
    const few = targets.length <= 4 && targets.join('').length <= 44;
    const list = el('div', {class: 'diogel-rows'});
    items.forEach((item, row) => {
      const choose = (place) => {
        answer[row] = place;
        exercise.changed();
      };
      const name = 'diogel-' + (made += 1);
      const legend = rich(item.text, few ? 'legend' : 'label');
      const control = few ? segments(exercise, targets, answer[row], name, choose)
        : dropdown(exercise, targets, answer[row], name, choose);
      if (!few) legend.htmlFor = name;
      const box = el(few ? 'fieldset' : 'div', {class: 'diogel-row'}, legend, control);
      if (exercise.checked && (answer[row] !== null || exercise.shown)) {
        const fits = answer[row] === right(item);
        const kind = fits ? 'right' : answer[row] === null ? 'missed' : 'wrong';
        const place = exercise.word('answer', {answer: targets[right(item)]});
        box.append(reason(exercise, kind, item, exercise.shown && !fits ? place : undefined));
      }
      list.append(box);
    });
    return list;
  }

  function segments(exercise, targets, chosen, name, choose) {
    const box = el('div', {class: 'diogel-segments'});
    targets.forEach((target, place) => {
      const input = el('input', {type: 'radio', name: name, disabled: exercise.checked, change: () => choose(place)});
      input.checked = chosen === place;
      box.append(el('label', {}, input, el('span', {}, target)));
    });
    return box;
  }

  function dropdown(exercise, targets, chosen, name, choose) {
    const select = el('select', {id: name, disabled: exercise.checked},
      el('option', {value: ''}, exercise.word('choose')), ...targets.map((target, place) => el('option', {value: place}, target)));
    select.value = chosen === null ? '' : String(chosen);
    select.addEventListener('change', () => choose(select.value === '' ? null : Number(select.value)));
    return select;
  }

  function focusFirst(root, selector) {
    const node = root.querySelector(selector);
    if (node) node.focus();
  }

  function type(make) {
    function Exercise(params, contentId, extras) {
      H5P.EventDispatcher.call(this);
      const given = extras || {};
      this.contentId = contentId;
      this.params = params || {};
      this.metadata = given.metadata || {};
      this.language = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(this.metadata.defaultLanguage) ? this.metadata.defaultLanguage : 'en';
      this.checked = false;
      this.shown = false;
      this.part = make(this, this.params);
      this.restore(given.previousState);
    }

    Exercise.prototype = Object.create(H5P.EventDispatcher.prototype);
    // Assigned, not declared in a class: H5P's core copies what can be enumerated.
    Object.assign(Exercise.prototype, {constructor: Exercise}, methods);
    return Exercise;
  }

  const methods = {
    /** A run-time text of the content, with what stands for @name put in. */
    word(name, values) {
      const text = plain((this.params.l10n || {})[name]);
      return Object.entries(values || {}).reduce((told, [key, value]) => told.replace('@' + key, () => value), text);
    },

    attach($container) {
      const id = 'diogel-' + (made += 1);
      const heading = plain(this.params.heading);
      this.taskId = id + '-task';
      this.body = el('div', {class: 'diogel-body'});
      this.count = el('p', {class: 'diogel-count'});
      this.said = el('p', {class: 'diogel-said', role: 'status', 'aria-live': 'polite'});
      this.main = el('button', {type: 'button', class: 'diogel-button', click: () => (this.checked ? this.again() : this.check())});
      this.answers = el('button', {type: 'button', class: 'diogel-link', click: () => this.showSolutions()}, this.word('showAnswers'));
      this.root = el('section', {class: 'diogel', lang: this.language, 'aria-labelledby': heading ? id : this.taskId},
        heading || this.params.invented ? el('header', {class: 'diogel-head'},
          heading && el('h2', {id: id}, heading),
          this.params.invented && el('p', {class: 'diogel-tag'}, this.word('invented'))) : '',
        rich(this.params.task, 'div', 'diogel-task'),
        this.body,
        el('footer', {class: 'diogel-bar'}, el('div', {class: 'diogel-told'}, this.count, this.said),
          el('div', {class: 'diogel-buttons'}, this.answers, this.main)));
      this.root.querySelector('.diogel-task').id = this.taskId;
      const place = $container.jquery ? $container[0] : $container;
      place.classList.add('diogel-content');
      place.append(this.root);
      this.draw();
      this.setActivityStarted();
    },

    /** Everything that the answer changes, anew. Nothing that has the focus may be in the body, but for byItself. */
    draw() {
      if (!this.root) return;
      this.body.textContent = '';
      this.part.draw(this.body);
      this.tell();
    },

    /** The bar, and the height. */
    tell() {
      const all = this.part.total();
      const result = this.word('score', {score: this.getScore(), max: this.getMaxScore()});
      const done = this.part.count ? this.part.count() : this.word('answered', {count: all - this.part.open(), total: all});
      this.count.textContent = this.checked ? result : all > 1 || this.part.count ? done : '';
      this.main.textContent = this.word(this.checked ? 'retry' : 'check');
      this.main.hidden = Boolean(this.part.byItself) && !this.checked;
      this.answers.hidden = !this.checked || this.shown || this.getScore() === this.getMaxScore() || Boolean(this.part.byItself);
      this.root.classList.toggle('diogel--checked', this.checked);
      this.trigger('resize');
    },

    /** Said aloud by screen readers, and shown. */
    say(text) {
      this.said.textContent = text;
    },

    /** The learner changed the answer. */
    changed() {
      this.say('');
      this.tell();
      this.triggerXAPI('interacted');
    },

    check() {
      const open = this.part.open();
      if (open) {
        this.say(this.word('stillOpen', {count: open}));
        this.part.focusOpen(this.body);
        this.trigger('resize');
        return;
      }
      this.finish();
    },

    /** The answer stands: it is marked, and told to whoever listens. */
    finish() {
      this.checked = true;
      this.draw();
      this.say(this.word(this.getScore() === this.getMaxScore() ? 'allRight' : 'readWhy'));
      this.trigger(this.answeredEvent(this.part.byItself ? 'completed' : 'answered'));
    },

    /** Once more; what was right stays. */
    again() {
      this.checked = this.shown = false;
      this.part.keepRight();
      this.say('');
      this.draw();
      if (this.main.hidden) this.part.focusOpen(this.body);
      this.triggerXAPI('interacted');
    },

    answeredEvent(verb) {
      const event = this.createXAPIEventTemplate(verb);
      const most = this.getMaxScore();
      const score = this.getScore();
      event.setScoredResult(score, most, this, true, score === most);
      event.data.statement.result.response = this.part.response();
      const definition = event.data.statement.object.definition;
      Object.assign(definition, this.part.definition(), {
        type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
        description: this.told(plain(this.params.task)),
      });
      const title = plain(this.metadata.title || this.params.heading);
      if (title) definition.name = this.told(title);
      return event;
    },

    /** A text as statements hold it: by its language. */
    told(text) {
      return {[this.language]: text};
    },

    /** Entries of a list as a statement names them: by their places. */
    components(list) {
      return list.map((entry, place) => ({id: String(place), description: this.told(plain(entry.text || entry))}));
    },

    restore(state) {
      if (!state || typeof state !== 'object') return;
      this.part.set(state.answer);
      this.checked = state.checked === true && !this.part.open();
      this.shown = this.checked && state.shown === true;
    },

    // What H5P's core and other content types ask for.
    getCurrentState() {
      return {answer: this.part.get(), checked: this.checked, shown: this.shown};
    },
    getAnswerGiven() {
      return this.checked || this.part.open() < this.part.total();
    },
    getScore() {
      return this.part.score();
    },
    getMaxScore() {
      return this.part.most();
    },
    getTitle() {
      return H5P.createTitle(this.metadata.title || plain(this.params.heading));
    },
    getXAPIData() {
      return {statement: this.answeredEvent('answered').data.statement};
    },
    showSolutions() {
      this.checked = this.shown = true;
      this.draw();
      // The button that was pressed is gone.
      if (this.root) this.main.focus();
    },
    resetTask() {
      this.checked = this.shown = false;
      this.part.clear();
      if (this.root) this.say('');
      this.draw();
    },
  };

  return {el, plain, rich, reason, places, options, optionScore, optionMost, rows, focusFirst, type};
})();

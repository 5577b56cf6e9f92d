/* Diogel.Case: a case that goes on by what one decides; each decision is answered, each ending says why. BSD-3-Clause. */
window.Diogel = window.Diogel || {};

Diogel.Case = (function (kit) {
  'use strict';

  const LONGEST = 100;

  return kit.type((exercise, params) => {
    const scenes = params.scenes || [];
    // The places of the choices made, from the first scene on.
    let path = [];

    const choicesOf = (scene) => (scene && scene.choices) || [];
    // Authors count from 1; what leads nowhere leads to the last scene.
    const after = (choice) => Math.min(Math.max(1, Number(choice.next) || scenes.length), scenes.length) - 1;

    /** Every scene on the way, with the choice made there; the last one without. */
    function walked() {
      const steps = [{scene: 0}];
      for (const place of path) {
        const last = steps[steps.length - 1];
        last.choice = place;
        steps.push({scene: after(choicesOf(scenes[last.scene])[place])});
      }
      return steps;
    }

    const here = () => scenes[walked().pop().scene];
    const ended = () => !choicesOf(here()).length || path.length >= LONGEST;
    const points = (scene) => Math.max(0, Number(scene.score) || 0);

    /** The shortest way to the best ending, as steps. */
    function best() {
      const most = exercise.getMaxScore();
      const ways = [[{scene: 0}]];
      const seen = new Set([0]);
      while (ways.length) {
        const way = ways.shift();
        const at = scenes[way[way.length - 1].scene];
        if (!choicesOf(at).length && points(at) === most) return way;
        choicesOf(at).forEach((choice, place) => {
          const next = after(choice);
          if (seen.has(next)) return;
          seen.add(next);
          ways.push([...way.slice(0, -1), {scene: way[way.length - 1].scene, choice: place}, {scene: next}]);
        });
      }
      return [];
    }

    const told = (steps) => steps.filter((step) => step.choice !== undefined).map((step) => step.scene + '[.]' + step.choice).join('[,]');

    function go(place) {
      path.push(place);
      exercise.triggerXAPI('progressed');
      arrive();
    }

    function back() {
      path.pop();
      exercise.checked = false;
      arrive();
    }

    function arrive() {
      exercise.say('');
      if (ended()) exercise.finish();
      else exercise.draw();
      kit.focusFirst(exercise.body, '.diogel-pad > :is(.diogel-chosen, .diogel-now)');
    }

    function chosen(step) {
      const choice = choicesOf(scenes[step.scene])[step.choice];
      return kit.el('div', {class: 'diogel-chosen', tabindex: -1},
        kit.reason(exercise, choice.fits ? 'right' : 'wrong', choice,
          exercise.word('youChose', {choice: kit.plain(choice.text)})));
    }

    function past(steps) {
      const list = steps.map((step) => kit.el('li', {}, kit.rich(scenes[step.scene].text), chosen(step)));
      return kit.el('details', {class: 'diogel-past', toggle: () => exercise.trigger('resize')},
        kit.el('summary', {}, exercise.word('soFar', {count: steps.length})), kit.el('ol', {}, ...list));
    }

    return {
      byItself: true,
      draw: (body) => {
        const steps = walked();
        const now = scenes[steps.pop().scene];
        if (!now) return;
        const heading = kit.el('h3', {class: 'diogel-now', tabindex: -1}, kit.plain(now.heading));
        const last = steps.pop();
        body.append(kit.el('div', {class: 'diogel-pad'},
          steps.length ? past(steps) : '',
          last ? chosen(last) : '',
          heading, kit.rich(now.text),
          choicesOf(now).length && !ended() ? kit.el('div', {class: 'diogel-choices'}, ...choicesOf(now).map((choice, place) =>
            kit.el('button', {type: 'button', click: () => go(place)}, kit.rich(choice.text, 'span')))) : '',
          path.length ? kit.el('button', {type: 'button', class: 'diogel-link', click: back}, exercise.word('back')) : ''));
      },
      count: () => exercise.word('decisions', {count: path.length}),
      total: () => 1,
      open: () => (scenes.length && ended() ? 0 : 1),
      focusOpen: (body) => kit.focusFirst(body, 'button'),
      score: () => (scenes.length && ended() ? points(here()) : 0),
      most: () => Math.max(1, ...scenes.filter((scene) => !choicesOf(scene).length).map(points)),
      get: () => path,
      set: (state) => {
        path = [];
        for (const place of Array.isArray(state) ? state.slice(0, LONGEST) : []) {
          if (!Number.isInteger(place) || !choicesOf(here())[place]) return;
          path.push(place);
        }
      },
      clear: () => {
        path = [];
      },
      keepRight: () => {
        path = [];
      },
      definition: () => ({
        interactionType: 'performance',
        steps: scenes.map((scene, place) => ({id: String(place), description: exercise.told(kit.plain(scene.heading))})),
        correctResponsesPattern: [told(best())],
      }),
      response: () => told(walked()),
    };
  });
})(Diogel.Exercise);

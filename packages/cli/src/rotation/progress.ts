import process from 'node:process';
import type { RotationEvent } from '@nexqloud/dcr-core';
import { describeTime, renderPlan } from '@nexqloud/dcr-core/render';
import { paint } from '../render.ts';
import type { World } from '../world.ts';

// listr2 10 was weighed: it draws one line a task and keeps them all, which is no picture of 10,000 targets, and it would
// be 40 packages for one line that is written over.

/** In a log: every target of a small rotation, of a large one about this many lines. */
const STEADY_LINES = 50;
/** A terminal cannot be read faster. Milliseconds. */
const REDRAW = 100;
const WIDTH = 24;

export interface RotationProgress {
  readonly show: (event: RotationEvent) => void;
  /** Takes the line that is written over away. */
  readonly clear: () => void;
}

/** Live on a terminal, steady lines in a log; a target that fails is always a line of its own. */
export function createProgress({ say, terminal, ports: { clock } }: World): RotationProgress {
  let drawn = 0;
  const clear = (): void => {
    if (terminal && drawn > 0) process.stderr.write('\r\u001b[2K');
    drawn = 0;
  };
  const line = (text: string): void => {
    clear();
    say(text);
  };
  return {
    clear,
    show: (event) => {
      if (event.kind === 'plan') return renderPlan(event.plan).forEach(line);
      if (event.kind === 'step') return line(`  ${event.credential}: ${event.says}`);
      const { target, done, all } = event;
      if (target.error !== undefined)
        line(`  ${paint(31, '✖')} ${target.id}: ${target.error.code}: ${target.error.message}`);
      const now = clock.now();
      if (terminal) {
        if (done < all && now - drawn < REDRAW) return undefined;
        process.stderr.write(
          `\r\u001b[2K  ${drawBar(done / all)} ${describeRate(event, now)}, ${target.id}`.slice(0, 160),
        );
        drawn = now;
        return done === all ? line(`  ${drawBar(1)} ${describeRate(event, now)}`) : undefined;
      }
      const every = Math.max(1, Math.floor(all / STEADY_LINES));
      if (target.error === undefined && (done % every === 0 || done === all))
        say(`  ${target.id}: ${target.state} (${describeRate(event, now)})`);
      return undefined;
    },
  };
}

function drawBar(part: number): string {
  const full = Math.round(part * WIDTH);
  return `[${'='.repeat(full)}${' '.repeat(WIDTH - full)}]`;
}

function describeRate({ done, all, startedAt }: Extract<RotationEvent, { kind: 'target' }>, now: number): string {
  const seconds = (now - startedAt) / 1000;
  const rate = seconds > 0 ? done / seconds : 0;
  const left = rate > 0 && done < all ? `, ${describeTime(((all - done) / rate) * 1000)} left` : '';
  return `${done}/${all}${rate > 0 ? `, ${rate.toFixed(rate < 10 ? 1 : 0)}/s` : ''}${left}`;
}

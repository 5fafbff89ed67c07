import { Painting, WIDTH } from '#scripts/drawing/paint.ts';

/** A round table before the talks begin: empty chairs, flags, winter light. */
export function conferenceHall(): Painting {
  const at = new Painting(53);
  at.fill(at.fade(['#b8ab95', '#cfc3ab', '#b9a98d']));
  wall(at);
  at.rect(-60, 560, WIDTH + 120, 720, at.fade(['#6f5f4d', '#86725b', '#5c4b3b']));
  at.strokes([0, 570, WIDTH, 620], ['#a58d6e', '#4d3f32', '#93795c'], 200, {
    length: 300,
    width: 8,
    opacity: 0.28,
  });
  for (const x of [330, 720, 1110, 1500]) {
    at.shape(
      [
        [x - 90, 566],
        [x + 90, 566],
        [x + 190, 900],
        [x - 150, 900],
      ],
      '#f4e6c8',
      {
        opacity: 0.28,
        blur: 16,
      },
    );
  }
  table(at);
  return at;
}

function wall(at: Painting): void {
  for (let n = 0; n < 5; n += 1) {
    const x = 330 + n * 390 - 390;
    at.rect(x + 140, 40, 110, 520, at.fade(['#a3947b', '#b7a88d']));
    at.rect(x + 150, 40, 12, 520, '#d9ccb2', { opacity: 0.7 });
  }
  for (const x of [330, 720, 1110, 1500]) {
    at.rect(x - 106, 60, 212, 490, '#8d7d64');
    at.rect(x - 94, 72, 188, 478, at.fade(['#dfe8ec', '#eef0ea', '#d4dad6']));
    at.path(
      `M${x - 94} 470 L${x - 94} 380 L${x - 60} 380 L${x - 60} 330 L${x - 20} 330 L${x - 20} 400 L${x + 20} 400 L${x + 20} 300 L${x + 40} 270 L${x + 60} 300 L${x + 60} 390 L${x + 94} 390 L${x + 94} 470Z`,
      '#b9c4ca',
      { opacity: 0.8 },
    );
    at.rect(x - 94, 460, 188, 90, '#eef1ee');
    at.rect(x - 4, 72, 8, 478, '#8d7d64');
    at.rect(x - 94, 240, 188, 7, '#8d7d64');
    at.glow(x, 330, 260, '#f7f6ea', 0.35);
    at.path(
      `M${x - 130} 46 h56 C${x - 84} 240 ${x - 84} 400 ${x - 78} 560 h-56Z`,
      at.fade(['#7a3c36', '#9c5148', '#6c332e'], [0, 0], [1, 0]),
    );
    at.path(
      `M${x + 130} 46 h-56 C${x + 84} 240 ${x + 84} 400 ${x + 78} 560 h56Z`,
      at.fade(['#6c332e', '#9c5148', '#7a3c36'], [0, 0], [1, 0]),
    );
  }
  const flags = [
    ['#3c5f86', '#e2ddcd'],
    ['#a6453c', '#e2ddcd'],
    ['#4c7a5e', '#d9b860'],
    ['#d9b860', '#3c5f86'],
    ['#e2ddcd', '#a6453c'],
    ['#496f92', '#d9b860'],
    ['#8a3f38', '#4c7a5e'],
  ] as const;
  for (const [n, [upper, lower]] of flags.entries()) {
    const x = 560 + n * 112;
    at.rect(x, 210, 8, 370, '#4c3f30');
    at.oval(x + 4, 204, 9, 11, '#c9a75c');
    at.path(
      `M${x + 8} 226 C${x + 44} 240 ${x + 62} 300 ${x + 56} 460 C${x + 40} 480 ${x + 22} 466 ${x + 8} 474Z`,
      upper,
    );
    at.path(
      `M${x + 8} 350 C${x + 30} 356 ${x + 50} 366 ${x + 60} 390 L${x + 56} 460 C${x + 40} 480 ${x + 22} 466 ${x + 8} 474Z`,
      lower,
    );
    at.line(
      [
        [x + 26, 250],
        [x + 30, 462],
      ],
      '#1f1b18',
      5,
      { opacity: 0.22 },
    );
    at.oval(x + 4, 584, 30, 8, '#3c3128');
  }
}

function table(at: Painting): void {
  const [x, y] = [900, 850];
  chairs(at, x, y, 690, 250, Math.PI + 0.12, 2 * Math.PI - 0.12, 15, 0.7);
  at.oval(x, y + 40, 720, 270, '#2e251d', { opacity: 0.5, blur: 14 });
  at.oval(x, y + 26, 660, 236, '#4a3424');
  at.oval(x, y, 660, 236, at.fade(['#a9794f', '#8a5d3b', '#9b6c45'], [0, 0], [1, 1]));
  at.oval(x, y + 18, 430, 138, '#3c2b1f');
  at.oval(x, y + 30, 424, 130, at.fade(['#7b6650', '#937c60', '#6b5744']));
  at.strokes([560, 800, 680, 140], ['#a89072', '#5d4b3a'], 70, {
    length: 140,
    width: 6,
    opacity: 0.4,
  });
  flowers(at, x, y + 46);
  for (let n = 0; n < 24; n += 1) {
    const angle = (n / 24) * 2 * Math.PI + 0.13;
    const [px, py] = [x + Math.cos(angle) * 545, y + Math.sin(angle) * 187];
    const size = 0.75 + (Math.sin(angle) + 1) * 0.2;
    at.shape(
      [
        [px - 34 * size, py - 4],
        [px + 30 * size, py - 6],
        [px + 36 * size, py + 12],
        [px - 30 * size, py + 14],
      ],
      '#efe9da',
    );
    at.rect(px + 40 * size, py - 22 * size, 5, 24 * size, '#22201e');
    at.oval(px + 42 * size, py - 24 * size, 5, 6, '#22201e');
    at.rect(px - 52 * size, py - 16 * size, 10 * size, 20 * size, '#cfe0e2', { opacity: 0.9 });
  }
  chairs(at, x, y, 735, 315, 0.16, Math.PI - 0.16, 13, 1.15);
}

function chairs(
  at: Painting,
  x: number,
  y: number,
  rx: number,
  ry: number,
  from: number,
  to: number,
  count: number,
  scale: number,
): void {
  for (let n = 0; n < count; n += 1) {
    const angle = from + ((to - from) * n) / (count - 1);
    const [cx, cy] = [x + Math.cos(angle) * rx, y + Math.sin(angle) * ry];
    const s = (value: number) => value * scale;
    at.path(
      `M${cx - s(38)} ${cy + s(46)} L${cx - s(42)} ${cy - s(48)} Q${cx} ${cy - s(78)} ${cx + s(42)} ${cy - s(48)} L${cx + s(38)} ${cy + s(46)}Z`,
      at.fade(['#3f5468', '#2b3b4b']),
    );
    at.path(
      `M${cx - s(42)} ${cy - s(48)} Q${cx} ${cy - s(78)} ${cx + s(42)} ${cy - s(48)} L${cx + s(40)} ${cy - s(38)} Q${cx} ${cy - s(64)} ${cx - s(40)} ${cy - s(38)}Z`,
      '#8a6a48',
    );
    at.rect(cx - s(32), cy + s(46), s(7), s(36), '#2a211a');
    at.rect(cx + s(25), cy + s(46), s(7), s(36), '#2a211a');
  }
}

function flowers(at: Painting, x: number, y: number): void {
  at.oval(x, y + 16, 120, 24, '#2f2a20', { opacity: 0.5, blur: 6 });
  for (let n = 0; n < 130; n += 1) {
    const [dx, dy] = [(at.random() - 0.5) * 220, (at.random() - 0.6) * 66];
    at.oval(
      x + dx,
      y + dy * (1 - Math.abs(dx) / 150),
      at.between(7, 15),
      at.between(5, 11),
      at.pick(['#f2eee2', '#5d7450', '#425a3d', '#d8c7a4', '#c98d7a']),
    );
  }
}

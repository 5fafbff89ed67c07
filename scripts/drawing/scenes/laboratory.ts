import { Painting, WIDTH } from '#scripts/drawing/paint.ts';

const BENCH = 800;

/** A bench by the window: glass, a tap, a rack of paper strips with their lines. */
export function laboratory(): Painting {
  const at = new Painting(71);
  at.fill(at.fade(['#cfd6cf', '#dfdfcf', '#cdc7b3']));
  window(at);
  shelf(at);
  at.rect(-60, BENCH, WIDTH + 120, 480, at.fade(['#7f9490', '#5d736f', '#40534f']));
  at.rect(-60, BENCH, WIDTH + 120, 16, '#b9c9c2');
  at.strokes([0, BENCH + 20, WIDTH, 360], ['#a9bcb5', '#48605b', '#d7e0d4'], 160, {
    length: 260,
    width: 8,
    opacity: 0.28,
  });
  at.shape(
    [
      [120, BENCH + 20],
      [760, BENCH + 20],
      [1000, 1260],
      [40, 1260],
    ],
    '#f7f0d4',
    {
      opacity: 0.3,
      blur: 18,
    },
  );
  flask(at, 250, 905, 1.15, '#7fb3c4');
  beaker(at, 520, 880, 1, '#a8cbd0');
  flask(at, 1560, 880, 0.95, '#d9a95e');
  beaker(at, 1390, 930, 1.15, '#c4d8d6');
  tubes(at);
  strips(at);
  return at;
}

function window(at: Painting): void {
  at.rect(80, 60, 760, 620, '#f3f1e6');
  at.rect(104, 84, 712, 572, at.fade(['#cfe2ea', '#e8efe4', '#f5e8c4']));
  at.glow(560, 420, 420, '#fff4d0', 0.8);
  for (let n = 0; n < 150; n += 1) {
    const [x, y] = [at.between(130, 790), at.between(380, 650)];
    at.oval(
      x,
      y,
      at.between(16, 52),
      at.between(12, 40),
      at.pick(['#7d9a68', '#5d7f58', '#a7b878', '#476a4c', '#c9cf92']),
      { opacity: 0.55 },
    );
  }
  at.path('M300 656 C310 560 296 470 330 400 C350 470 340 560 356 656Z', '#6b5a46', {
    opacity: 0.7,
  });
  for (const x of [330, 572]) at.rect(x, 84, 14, 572, '#f3f1e6');
  at.rect(-60, 60, 140, 640, '#d6d8cb');
  at.rect(840, 60, 60, 640, '#d6d8cb');
  at.rect(80, 60, 24, 620, '#f3f1e6');
  at.rect(816, 60, 24, 620, '#f3f1e6');
  at.rect(104, 352, 712, 12, '#f3f1e6');
  at.rect(60, 672, 800, 30, '#ebe6d6');
  at.rect(60, 700, 800, 10, '#b7b09b');
  at.path('M660 672 l-16 -70 h96 l-16 70Z', '#b5654a');
  for (let n = 0; n < 46; n += 1) {
    const x = 692 + (at.random() - 0.5) * 30;
    at.line(
      [
        [x, 606],
        [692 + (at.random() - 0.5) * 190, 606 - at.between(30, 130)],
      ],
      at.pick(['#5d7f58', '#7f9d62', '#3f6246']),
      at.between(4, 9),
    );
  }
}

function shelf(at: Painting): void {
  for (const y of [290, 520]) {
    at.rect(980, y, 760, 18, '#8d7a5d');
    at.rect(980, y + 18, 760, 12, '#5f513e', { opacity: 0.5 });
    let x = 1000;
    while (x < 1680) {
      const [w, h] = [at.between(36, 66), at.between(90, 160)];
      const glass = at.pick(['#8a5a34', '#a26d3d', '#5d7f86', '#c9cdbd', '#6d8f7a']);
      at.path(
        `M${x} ${y} V${y - h * 0.72} Q${x} ${y - h * 0.82} ${x + w * 0.3} ${y - h * 0.84} V${y - h} H${x + w * 0.7} V${y - h * 0.84} Q${x + w} ${y - h * 0.82} ${x + w} ${y - h * 0.72} V${y}Z`,
        glass,
      );
      at.rect(x + w * 0.26, y - h - 8, w * 0.48, 12, '#3a3733');
      at.rect(x + 4, y - h * 0.56, w - 8, h * 0.3, '#f2ecdb');
      at.rect(x + 5, y - h * 0.7, 5, h * 0.6, '#ffffff', { opacity: 0.35 });
      x += w + at.between(8, 40);
    }
  }
}

function flask(at: Painting, x: number, y: number, scale: number, liquid: string): void {
  const s = (value: number) => value * scale;
  at.oval(x, y + s(6), s(120), s(16), '#26332f', { opacity: 0.4, blur: 7 });
  at.path(
    `M${x - s(22)} ${y - s(250)} V${y - s(150)} L${x - s(108)} ${y - s(16)} Q${x - s(110)} ${y} ${x - s(90)} ${y} H${x + s(90)} Q${x + s(110)} ${y} ${x + s(108)} ${y - s(16)} L${x + s(22)} ${y - s(150)} V${y - s(250)}Z`,
    '#e9f1ee',
    { opacity: 0.55 },
  );
  at.path(
    `M${x - s(62)} ${y - s(88)} L${x - s(104)} ${y - s(16)} Q${x - s(106)} ${y - s(4)} ${x - s(88)} ${y - s(4)} H${x + s(88)} Q${x + s(106)} ${y - s(4)} ${x + s(104)} ${y - s(16)} L${x + s(62)} ${y - s(88)}Z`,
    liquid,
    { opacity: 0.85 },
  );
  at.oval(x, y - s(88), s(62), s(11), '#ffffff', { opacity: 0.4 });
  at.line(
    [
      [x - s(22), y - s(250)],
      [x - s(22), y - s(150)],
      [x - s(108), y - s(16)],
    ],
    '#6d8783',
    s(5),
  );
  at.line(
    [
      [x + s(22), y - s(250)],
      [x + s(22), y - s(150)],
      [x + s(108), y - s(16)],
    ],
    '#6d8783',
    s(5),
  );
  at.oval(x, y - s(250), s(28), s(7), '#8ea5a1');
  at.line(
    [
      [x - s(60), y - s(60)],
      [x - s(84), y - s(22)],
    ],
    '#ffffff',
    s(7),
    { opacity: 0.7 },
  );
}

function beaker(at: Painting, x: number, y: number, scale: number, liquid: string): void {
  const s = (value: number) => value * scale;
  at.oval(x, y + s(4), s(84), s(14), '#26332f', { opacity: 0.4, blur: 7 });
  at.rect(x - s(66), y - s(170), s(132), s(170), '#eef4f1', { opacity: 0.5 });
  at.rect(x - s(62), y - s(100), s(124), s(98), liquid, { opacity: 0.85 });
  at.oval(x, y - s(100), s(62), s(10), '#ffffff', { opacity: 0.5 });
  at.oval(x, y - s(170), s(68), s(10), '#a9bdb9');
  at.oval(x, y - s(170), s(58), s(6), '#e3ebe7');
  at.line(
    [
      [x - s(66), y - s(168)],
      [x - s(66), y],
    ],
    '#6d8783',
    s(4),
  );
  at.line(
    [
      [x + s(66), y - s(168)],
      [x + s(66), y],
    ],
    '#6d8783',
    s(4),
  );
  for (let n = 0; n < 4; n += 1)
    at.line(
      [
        [x + s(24), y - s(30 + n * 24)],
        [x + s(52), y - s(30 + n * 24)],
      ],
      '#6d8783',
      s(3),
    );
  at.line(
    [
      [x - s(48), y - s(80)],
      [x - s(48), y - s(18)],
    ],
    '#ffffff',
    s(8),
    { opacity: 0.6 },
  );
}

function tubes(at: Painting): void {
  at.rect(1010, 800, 300, 20, '#a07a4e');
  for (const [n, colour] of ['#c2574a', '#d98f55', '#8f6aa3', '#5a83b5', '#6fa4a0'].entries()) {
    const x = 1034 + n * 54;
    at.path(`M${x} 700 V872 Q${x + 15} 896 ${x + 30} 872 V700Z`, '#eff4f0', { opacity: 0.7 });
    at.path(`M${x + 3} 780 V872 Q${x + 15} 892 ${x + 27} 872 V780Z`, colour, { opacity: 0.9 });
    at.oval(x + 15, 700, 19, 5, '#8ea5a1');
  }
  at.rect(1000, 812, 320, 26, '#8a6540');
  at.rect(1000, 900, 320, 24, '#75532f');
  for (const x of [1000, 1302]) at.rect(x, 800, 18, 116, '#75532f');
}

function strips(at: Painting): void {
  at.shape(
    [
      [600, 1030],
      [1240, 1010],
      [1290, 1150],
      [570, 1176],
    ],
    '#f3ead2',
  );
  at.shape(
    [
      [570, 1176],
      [1290, 1150],
      [1290, 1162],
      [570, 1190],
    ],
    '#a59a7f',
  );
  for (let n = 0; n < 6; n += 1) {
    const x = 640 + n * 102;
    const top = 1000 - n * 4;
    at.shape(
      [
        [x, top],
        [x + 46, top - 2],
        [x + 54, top + 160],
        [x + 2, top + 163],
      ],
      '#ffffff',
    );
    at.shape(
      [
        [x, top],
        [x + 46, top - 2],
        [x + 48, top + 36],
        [x + 1, top + 38],
      ],
      '#9fc0c6',
      { opacity: 0.8 },
    );
    for (let line = 0; line <= Math.min(n, 3); line += 1) {
      const y = top + 58 + line * 25;
      at.line(
        [
          [x + 9, y],
          [x + 44, y - 1],
        ],
        line > 1 ? '#b23f4a' : '#c05a68',
        9,
      );
    }
  }
}

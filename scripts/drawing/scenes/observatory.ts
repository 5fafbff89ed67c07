import { Painting, WIDTH } from '#scripts/drawing/paint.ts';

/** A small dome on the roof of a school, under the Milky Way. */
export function observatory(): Painting {
  const at = new Painting(83);
  at.fill(at.fade(['#0a1230', '#14224a', '#2b3f6b', '#5a6590', '#a5848d', '#d8a283']));
  milkyWay(at);
  at.ridge(930, 190, 0.45, at.fade(['#1d2848', '#34395a'], [0, 0], [0, 0.5]));
  at.strokes([0, 880, WIDTH, 120], ['#56577a', '#b58b8d'], 40, {
    length: 520,
    width: 14,
    opacity: 0.3,
  });
  at.ridge(1010, 110, 0.5, '#141c33');
  town(at);
  roof(at);
  dome(at, 1180, 905);
  at.figure(905, 1010, 150, '#35506b', { head: '#8f6b57', legs: '#10141f' });
  at.figure(965, 1012, 132, '#7d3f3a', { head: '#7c5a49', legs: '#10141f', lean: 6 });
  at.line(
    [
      [925, 935],
      [975, 895],
    ],
    '#35506b',
    13,
  );
  return at;
}

function milkyWay(at: Painting): void {
  const along = (t: number) => [-100 + t * 1900, 900 - t * 980] as const;
  for (let n = 0; n < 90; n += 1) {
    const [x, y] = along(at.random());
    const off = (at.random() + at.random() - 1) * 190;
    at.oval(
      x + off * 0.5,
      y + off,
      at.between(50, 150),
      at.between(24, 70),
      at.pick(['#5a6aa0', '#7d7fb0', '#3f4f86', '#8f86a8']),
      { opacity: 0.16, blur: 20, turn: `rotate(-26 ${x.toFixed(0)} ${y.toFixed(0)})` },
    );
  }
  for (let n = 0; n < 26; n += 1) {
    const [x, y] = along(at.random());
    const off = (at.random() - 0.5) * 70;
    at.oval(x + off, y + off, at.between(40, 130), at.between(8, 22), '#0d1636', {
      opacity: 0.3,
      blur: 9,
      turn: `rotate(-27 ${x.toFixed(0)} ${y.toFixed(0)})`,
    });
  }
  at.fine(() => {
    for (let n = 0; n < 1500; n += 1) {
      const inBand = at.random() < 0.6;
      const [bx, by] = along(at.random());
      const off = (at.random() + at.random() + at.random() - 1.5) * 190;
      const [x, y] = inBand
        ? [bx + off * 0.5, by + off]
        : [at.between(0, WIDTH), at.between(0, 800)];
      if (y > 780 || y < 0) continue;
      const size = at.random() ** 4 * 2.6 + 0.6;
      at.oval(x, y, size, size, at.pick(['#fff8e6', '#dfe8ff', '#ffe6cc']), {
        opacity: at.between(0.3, 0.95) * (1 - y / 900),
      });
    }
    for (const [x, y, size] of [
      [420, 210, 4],
      [1460, 150, 4.6],
      [640, 420, 3.6],
      [1600, 430, 4],
    ] as const) {
      at.oval(x, y, size, size, '#fffdf2');
      at.line(
        [
          [x - 16, y],
          [x + 16, y],
        ],
        '#fffdf2',
        1.2,
        { opacity: 0.6 },
      );
      at.line(
        [
          [x, y - 16],
          [x, y + 16],
        ],
        '#fffdf2',
        1.2,
        { opacity: 0.6 },
      );
    }
    // The one that is not there.
    at.oval(1010, 300, 15, 15, 'none', { stroke: '#fff3cf', width: 1.6, opacity: 0.75 });
  });
}

function town(at: Painting): void {
  at.glow(300, 1060, 420, '#e8a86a', 0.35, 0.35);
  at.fine(() => {
    for (let n = 0; n < 110; n += 1) {
      const [x, y] = [at.between(0, 560 + n), at.between(1000, 1110)];
      if (x > 545) continue;
      const size = at.between(1.2, 3.2);
      at.oval(x, y, size, size, at.pick(['#ffd48a', '#ffe6b0', '#ffbe70']), {
        opacity: at.between(0.5, 1),
      });
    }
  });
}

function roof(at: Painting): void {
  at.shape(
    [
      [560, 1010],
      [1860, 990],
      [1860, 1280],
      [470, 1280],
    ],
    at.fade(['#414a66', '#242b42']),
  );
  at.shape(
    [
      [560, 1010],
      [1860, 990],
      [1860, 1016],
      [552, 1036],
    ],
    '#6d7590',
  );
  at.strokes([600, 1040, 1200, 170], ['#59617e', '#1d2336'], 110, {
    length: 160,
    width: 7,
    opacity: 0.4,
  });
  at.rect(1560, 850, 150, 150, '#39415c');
  at.rect(1550, 838, 170, 16, '#5c6480');
  at.rect(1612, 890, 50, 110, '#ffcf82');
  at.glow(1637, 940, 190, '#ffc878', 0.7);
  at.oval(700, 985, 66, 22, '#4c556f');
  at.rect(634, 905, 132, 80, at.fade(['#6d7590', '#414a66'], [0, 0], [1, 0]));
  at.oval(700, 905, 66, 22, '#848ca5');
  at.line(
    [
      [1480, 1000],
      [1480, 760],
    ],
    '#2a3149',
    6,
  );
  at.line(
    [
      [1440, 790],
      [1520, 790],
    ],
    '#2a3149',
    4,
  );
  at.line(
    [
      [1450, 820],
      [1510, 820],
    ],
    '#2a3149',
    4,
  );
}

function dome(at: Painting, x: number, y: number): void {
  at.rect(
    x - 150,
    y - 10,
    300,
    112,
    at.fade(['#8b93ab', '#c8ccd6', '#737b95', '#4b5470'], [0, 0], [1, 0]),
  );
  at.path(
    `M${x - 165} ${y} A165 165 0 0 1 ${x + 165} ${y}Z`,
    at.fade(['#a9afc0', '#dfe1e6', '#868da4', '#525a76'], [0, 0], [1, 0]),
  );
  at.path(
    `M${x - 46} ${y} C${x - 56} ${y - 80} ${x - 62} ${y - 130} ${x - 40} ${y - 160} L${x + 16} ${y - 166} C${x + 20} ${y - 120} ${x + 14} ${y - 60} ${x + 12} ${y}Z`,
    '#0d1429',
  );
  at.glow(x - 16, y - 30, 100, '#d05a48', 0.8);
  at.line(
    [
      [x + 4, y - 20],
      [x - 52, y - 176],
    ],
    '#d9dce4',
    40,
  );
  at.line(
    [
      [x - 40, y - 142],
      [x - 54, y - 182],
    ],
    '#3c4560',
    46,
  );
  at.rect(x - 170, y - 8, 340, 16, '#5c6480');
  for (let n = 0; n < 6; n += 1)
    at.line(
      [
        [x - 150 + n * 60, y + 12],
        [x - 150 + n * 60, y + 98],
      ],
      '#59617c',
      3,
      { opacity: 0.6 },
    );
}

import { Painting, WIDTH } from '#scripts/drawing/paint.ts';

/** A square with stepped gables and a belfry, wet after rain; one lit door. */
export function councilSquare(): Painting {
  const at = new Painting(61);
  at.fill(at.fade(['#41566e', '#7d8b99', '#c3b3a5', '#e6c6a0']));
  at.glow(300, 640, 700, '#ffdca8', 0.6);
  at.strokes([0, 60, WIDTH, 420], ['#d9b99e', '#5b6f84', '#ecd2b4'], 70, {
    length: 480,
    width: 18,
    opacity: 0.26,
  });
  belfry(at);
  const fronts = [
    [-30, 250, 470, '#a2664b'],
    [215, 230, 560, '#c9b28b'],
    [440, 210, 510, '#8a4f40'],
    [1180, 230, 520, '#b98a5e'],
    [1405, 220, 590, '#93584a'],
    [1620, 250, 500, '#cbb791'],
  ] as const;
  for (const [x, w, h, colour] of fronts) gable(at, x, w, h, colour);
  hall(at);
  ground(at);
  return at;
}

function belfry(at: Painting): void {
  const stone = at.fade(['#6f6a66', '#a59a8b', '#7b746c'], [0, 0], [1, 0]);
  at.rect(1010, 210, 130, 640, stone);
  for (const x of [1010, 1047, 1084, 1121]) at.rect(x, 186, 19, 30, '#8b8278');
  at.rect(1028, 120, 94, 80, stone);
  at.shape(
    [
      [1020, 124],
      [1075, -30],
      [1130, 124],
    ],
    '#46545c',
  );
  at.shape(
    [
      [1075, -30],
      [1130, 124],
      [1080, 124],
    ],
    '#34424a',
  );
  at.line(
    [
      [1075, -30],
      [1075, -70],
    ],
    '#c9a75c',
    6,
  );
  for (const x of [1038, 1084]) {
    at.path(`M${x} 330 V270 Q${x + 14} 240 ${x + 28} 270 V330Z`, '#3a3a3c');
  }
  at.oval(1075, 440, 36, 36, '#efe3c3');
  at.line(
    [
      [1075, 440],
      [1075, 414],
    ],
    '#3a3632',
    5,
  );
  at.line(
    [
      [1075, 440],
      [1092, 452],
    ],
    '#3a3632',
    5,
  );
}

function gable(at: Painting, x: number, w: number, h: number, colour: string): void {
  const top = 860 - h;
  const steps = 6;
  const outline: [number, number][] = [
    [x, 870],
    [x, top + 130],
  ];
  for (let n = 0; n < steps; n += 1) {
    const dx = (w / 2 - 26) * (n / steps);
    const dy = 130 - (150 * (n + 1)) / steps;
    outline.push([x + dx, top + dy], [x + dx + (w / 2 - 26) / steps, top + dy]);
  }
  const mirrored = outline.map(([px, py]): [number, number] => [2 * x + w - px, py]).toReversed();
  at.shape([...outline, ...mirrored], at.fade([colour, colour, '#5d463a'], [0, 0], [0, 1.3]));
  at.strokes([x + 10, top + 40, w - 60, h - 60], ['#e0c39a', '#4a342b'], 60, {
    length: 40,
    width: 5,
    opacity: 0.18,
  });
  for (let row = 0; row < Math.floor((h - 210) / 108); row += 1) {
    for (const column of [0.18, 0.44, 0.7]) {
      const [wx, wy] = [x + w * column, top + 150 + row * 108];
      const lit = at.random() < 0.36;
      at.rect(wx - 5, wy - 6, 44, 74, '#e6d9bf', { opacity: 0.75 });
      at.rect(wx, wy, 34, 62, lit ? '#ffd88a' : '#36424e');
      at.rect(wx + 15, wy, 4, 62, '#d8c9ab');
      at.rect(wx, wy + 28, 34, 4, '#d8c9ab');
      if (lit) at.glow(wx + 17, wy + 30, 70, '#ffd184', 0.4);
    }
  }
  at.oval(x + w / 2, top + 58, 17, 17, '#3c4650');
  at.rect(x + w * 0.36, 772, w * 0.26, 92, '#3c3330');
}

function hall(at: Painting): void {
  const [x, w] = [640, 390];
  at.rect(x, 430, w, 440, at.fade(['#bfae90', '#d2c3a5', '#a3937a'], [0, 0], [1, 0]));
  at.shape(
    [
      [x - 20, 436],
      [x + 60, 270],
      [x + w - 60, 270],
      [x + w + 20, 436],
    ],
    at.fade(['#4d5c66', '#39464f']),
  );
  for (const dx of [70, 195, 320]) {
    at.rect(x + dx - 24, 300, 48, 70, '#cfc0a2');
    at.shape(
      [
        [x + dx - 32, 302],
        [x + dx, 262],
        [x + dx + 32, 302],
      ],
      '#39464f',
    );
    at.rect(x + dx - 12, 318, 24, 40, '#ffd88a');
  }
  for (let n = 0; n < 5; n += 1) {
    const wx = x + 26 + n * 74;
    at.path(`M${wx} 640 V520 Q${wx + 22} 474 ${wx + 44} 520 V640Z`, '#ffcf7c');
    at.line(
      [
        [wx + 22, 490],
        [wx + 22, 640],
      ],
      '#6d5a43',
      5,
    );
    at.line(
      [
        [wx, 570],
        [wx + 44, 570],
      ],
      '#6d5a43',
      4,
    );
    at.glow(wx + 22, 570, 90, '#ffcf7c', 0.4);
  }
  at.rect(x - 14, 660, w + 28, 18, '#8b7a61');
  at.path(`M${x + 150} 870 V760 Q${x + 195} 690 ${x + 240} 760 V870Z`, '#ffdf9f');
  at.glow(x + 195, 810, 200, '#ffd68c', 0.85);
  for (const dx of [40, 320])
    at.path(`M${x + dx} 866 V770 Q${x + dx + 20} 734 ${x + dx + 40} 770 V866Z`, '#4b4036');
  for (let n = 0; n < 4; n += 1)
    at.rect(x + 110 - n * 16, 866 + n * 10, 170 + n * 32, 11, n % 2 ? '#978872' : '#b0a189');
}

function ground(at: Painting): void {
  at.rect(-60, 898, WIDTH + 120, 400, at.fade(['#8e8378', '#6c6866', '#4a4c52']));
  at.shape(
    [
      [770, 905],
      [900, 905],
      [1120, 1260],
      [560, 1260],
    ],
    '#ffd894',
    { opacity: 0.4, blur: 16 },
  );
  for (let row = 0; row < 20; row += 1) {
    const y = 905 + row * row * 0.72 + row * 4;
    const size = 14 + row * 3.2;
    for (let x = -40; x < WIDTH + 40; x += size * 1.5) {
      at.oval(
        x + at.between(-4, 4) + (row % 2) * size * 0.7,
        y,
        size * 0.6,
        size * 0.24,
        at.pick(['#a39687', '#5a5859', '#7d746c', '#c2ad92']),
        { opacity: 0.4 },
      );
    }
  }
  at.strokes([200, 940, 1400, 230], ['#e9c795', '#93a0ac', '#f4dcb0'], 90, {
    length: 170,
    width: 6,
    opacity: 0.4,
  });
  const people = [
    [560, 960, 128, '#6b3a34'],
    [610, 968, 120, '#3d4e5f'],
    [905, 930, 104, '#57503c'],
    [1180, 1000, 150, '#2f4355'],
    [1500, 950, 116, '#7a5a3a'],
  ] as const;
  for (const [x, y, h, coat] of people) {
    at.oval(x + 4, y + 30, 20, 46, '#26282d', { opacity: 0.3, blur: 5 });
    at.figure(x, y, h, coat);
  }
  at.path('M1128 872 Q1182 826 1238 872Z', '#8c3f38');
  at.line(
    [
      [1182, 846],
      [1186, 930],
    ],
    '#2b2a2b',
    4,
  );
}

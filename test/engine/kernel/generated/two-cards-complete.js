// c0: household.car
// o1: first member of each household
// c2: member.labour
// c3: household.income
// c4: household.repair
// c5: member.age
function decide(from, to, status, card, possible, barred1, state0, low0, state1, low1, state2, low2, high2, c0, o1, c2, c3, c4, c5) {
  for (let i = from; i < to; i++) {
    const t0 = c0[i];
    const t1 = o1[i];
    const t2 = o1[i + 1];
    let a0 = 1;
    let a1 = 0;
    let a2 = 0;
    for (let j1 = t1; j1 < t2; j1++) {
      const t3 = c5[j1] < 16;
      a0 &= 12 >> c2[j1] & 1;
      a1 += t3 ? 100000 : 0;
      a2 |= t3 ? 1 : 0;
    }
    const t4 = c3[i] < (t2 - t1) * 500000;
    if (a0 === 0 && t4 && t0 === 1) {
      barred1[i] = 1;
    }
    status[i] = 1;
    const t5 = c4[i];
    const t6 = t5 > 0;
    const t7 = Math.min(t5, 2000000);
    if (a0) {
      possible[i] = 1;
      card[i] = 0;
      if (t6) {
        state0[i] = 1;
        low0[i] = t7;
      }
      if (a2) {
        state1[i] = 1;
        low1[i] = a1;
      }
    } else if (t4 && t0 === 0) {
      possible[i] = 2;
      card[i] = 1;
      if (t6) {
        state0[i] = 1;
        low0[i] = t7;
      }
      if (a2) {
        state1[i] = 1;
        low1[i] = a1;
      }
      state2[i] = 1;
      low2[i] = 100000;
      high2[i] = 500000;
    } else {
      possible[i] = 4;
      card[i] = -1;
      if (a2) {
        state1[i] = 1;
        low1[i] = a1;
      }
    }
  }
}

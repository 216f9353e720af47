// c0: household.car
// o1: first member of each household
// c2: member.labour
// v3: whether household.income is recorded
// c4: household.income
// c5: household.repair
// c6: member.age
function decide(from, to, status, card, possible, rows, masks, barred1, state0, low0, high0, state1, low1, high1, state2, low2, high2, c0, o1, c2, v3, c4, c5, c6) {
  let count = 0;
  for (let i = from; i < to; i++) {
    const t0 = c0[i];
    const t1 = o1[i];
    const t2 = o1[i + 1];
    let a0 = 1;
    for (let j1 = t1; j1 < t2; j1++) {
      a0 &= 12 >> c2[j1] & 1;
    }
    const t3 = v3[i];
    const t4 = c4[i] < (t2 - t1) * 500000;
    const t5 = t3 === 1 && t4;
    const t6 = a0 === 0;
    if (t6 && t5 && t0 === 1) {
      barred1[i] = 1;
    }
    const t7 = t0 === 0;
    const t8 = a0 | (t6 && t7 && (t3 !== 1 || t4) ? 2 : 0) | (t6 && !(t7 && t5) ? 4 : 0);
    possible[i] = t8;
    if ((t8 & t8 - 1) === 0) {
      status[i] = 1;
      const t9 = c5[i];
      const t10 = t9 > 0;
      const t11 = Math.min(t9, 2000000);
      let a1 = 0;
      let a2 = 0;
      for (let j1 = t1; j1 < t2; j1++) {
        const t12 = c6[j1] < 16;
        a1 += t12 ? 100000 : 0;
        a2 |= t12 ? 1 : 0;
      }
      switch (t8) {
        case 1: {
          card[i] = 0;
          if (t10) {
            state0[i] = 1;
            low0[i] = t11;
            high0[i] = t11;
          }
          if (a2) {
            state1[i] = 1;
            low1[i] = a1;
            high1[i] = a1;
          }
          break;
        }
        case 2: {
          card[i] = 1;
          if (t10) {
            state0[i] = 1;
            low0[i] = t11;
            high0[i] = t11;
          }
          if (a2) {
            state1[i] = 1;
            low1[i] = a1;
            high1[i] = a1;
          }
          state2[i] = 1;
          low2[i] = 100000;
          high2[i] = 500000;
          break;
        }
        case 4: {
          card[i] = -1;
          if (a2) {
            state1[i] = 1;
            low1[i] = a1;
            high1[i] = a1;
          }
          break;
        }
      }
    } else {
      status[i] = 2;
      rows[count] = i;
      masks[count++] = t8;
    }
  }
  return count;
}

// c0: household.repair
// o1: first member of each household
// c2: member.age
function weigh(count, rows, masks, state0, low0, high0, state1, low1, high1, state2, low2, high2, c0, o1, c2) {
  for (let i = 0; i < count; i++) {
    const t0 = rows[i];
    const t1 = masks[i];
    if ((t1 & 3) !== 0) {
      const t2 = c0[t0];
      if (t2 > 0) {
        state0[t0] = 2;
        const t3 = Math.min(t2, 2000000);
        low0[t0] = (t1 & -4) !== 0 ? 0 : t3;
        high0[t0] = t3;
      }
    }
    if ((t1 & 7) !== 0) {
      let a0 = 0;
      let a1 = 0;
      for (let j1 = o1[t0]; j1 < o1[t0 + 1]; j1++) {
        const t4 = c2[j1] < 16;
        a0 += t4 ? 100000 : 0;
        a1 |= t4 ? 1 : 0;
      }
      const t5 = (t1 & -8) !== 0 ? 0 : a0;
      if (a1) {
        state1[t0] = 2;
        low1[t0] = t5;
        high1[t0] = a0;
      }
    }
    if ((t1 & 2) !== 0) {
      state2[t0] = 2;
      low2[t0] = (t1 & -3) !== 0 ? 0 : 100000;
      high2[t0] = 500000;
    }
  }
}

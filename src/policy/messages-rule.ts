export const ruleMessages = {};

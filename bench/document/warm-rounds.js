/** How often the default document is checked, before and while it is measured. */
exports.ROUNDS = 1000;

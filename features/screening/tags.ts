/** Touched when the rules for comments change somewhere: every form shows what holds. */
export const commentPolicyTag = () => 'comment-policy';

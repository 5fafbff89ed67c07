/** Pages that say when it was last proved here that addresses reach nobody. */
export const proofTag = () => 'proof';

/** A font that is imported as an asset is its address. */
declare module '*.woff2' {
  const address: string;
  export default address;
}

/** True where this page may ask for a camera: browsers offer none to pages that came unencrypted. */
export function hasCamera(): boolean {
  return typeof navigator.mediaDevices?.getUserMedia === 'function'
}

/** Whether real HTML controls are to be used: on H5 they bring labels, keyboards and desktop pickers that Taro's web components lack. */
export const H5 = process.env.TARO_ENV === "h5";

/** Joins class names and drops what is empty. */
export const cls = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(" ");

/** A drawing as SVG: one image on both targets, with the words for those who do not see it. */
import { Image } from "@tarojs/components";
import { H5 } from "./native";

/** Both themes inside the drawing itself, since an image takes no variables from its page. */
const THEME =
  "<style>.fill{fill:#0b6e4f}.more{fill:#1d5a96}.edge{stroke:#74807a}.ink{fill:#17211d}.stop{stroke:#b3261e}.again{stroke:#1d5a96}.gap{stroke:#fff}.void{fill:#eef2f0}" +
  "@media(prefers-color-scheme:dark){.fill{fill:#62d2a3}.more{fill:#9dc8f3}.edge{stroke:#85928b}.ink{fill:#eef3f0}.stop{stroke:#ff9f96}.again{stroke:#9dc8f3}.gap{stroke:#161b19}.void{fill:#1e2522}}</style>";

interface PictureProps {
  /** What the drawing says, whole. */
  label: string;
  className: string;
  width: number;
  height: number;
  /** SVG elements; classes `fill`, `more`, `edge`, `ink`, `stop`, `again`, `gap`, `void` follow the theme. */
  body: string;
}

export function Picture({ label, className, width, height, body }: PictureProps) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${THEME}${body}</svg>`;
  const src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  if (H5) return <img className={className} src={src} alt={label} />;
  return <Image className={className} src={src} mode="aspectFit" aria-role="img" aria-label={label} />;
}

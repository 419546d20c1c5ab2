/** HTTP of files. */
import { api } from "../../shared/contract/api";
import { type App, mount, mountRaw } from "../mount";
import { downloadStatement, listStatements } from "./download";
import { uploadStatement } from "./upload";

export function statementRoutes(app: App): void {
  mountRaw(app, api.uploadStatement, uploadStatement);
  mount(app, listStatements);
  mount(app, downloadStatement);
}

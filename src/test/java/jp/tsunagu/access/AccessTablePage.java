package jp.tsunagu.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** docs/access-table.md, made of the table as it is compared. */
final class AccessTablePage {

    private static final String HEAD = """
            # だれが、どの入口を通れるか

            すべてのページ・API・エンジンの REST を、すべての役割で、3種類のケースについて実際に呼んで作った表です（`AccessTableTest`）。
            表と違う答えが1つでもあれば、また、表にない入口ができれば、ビルドが止まります。表を変えるときは
            `src/test/resources/access-table.txt` を読んで直します。

            - **提出済み**：相談支援員が担当し、プランを区に提出し、区担当がタスクを持っているケース
            - **相談支援員2の**：別の相談支援員が受け付けただけのケース
            - **制限**：制限ケース。相談支援員2と主任だけを指定
            - 「通れる」とは、答えや動作が返ること。ページの操作は中身のない形で送るので、入口を通ったあとで「入力してください」（400）と断られるものも
              「通れる」に数え、入口で断られるもの（401・403・404）と、ログインの画面に移されるものは数えません。
            - 「―」は、だれも通れません。「―（404）」のように番号があれば、断り（401・403）のほかに、そう答えられた人もいます。
              404 は、ないか、その人には隠されているもの。400・415・500 は、ほかの理由で動作しないもの。
            - エンジンの REST は、実際にあるタスク・ジョブ・履歴・変数・定義などの番号と、通れば動作する中身で呼びます。`/engine-rest`、
              `/engine-rest/engine/default`、`/camunda/api/engine/engine/default` のどれで呼んでも同じ答えになることも確かめています。
            - どの答えにも、ケースを読めない人に氏名が、制限ケースを指定されていない人にその番号が、含まれていないことも同時に確かめています。
            - ケースに関わらない入口は、1つの欄にまとめています。エンジンの REST は、答えの同じものをまとめています。

            | 入口 | 通れる役割 |
            |---|---|
            """;

    private static final String ACTS = """

            ## だれが、何をできるか

            大切な操作を、必要な中身をすべて書いて、すべての役割で送った結果です（`ActsByRoleTest`）。実際に何かが変わった役割だけを書いています。

            | 操作 | できる役割 |
            |---|---|
            """;

    private AccessTablePage() {}

    private static List<String> acts() {
        try {
            return Files.readAllLines(ActsByRoleTest.INTENDED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String of(Map<String, String> table, Map<String, String> roles) {
        StringBuilder page = new StringBuilder(HEAD);
        table.forEach((endpoint, cell) -> page.append("| `")
                .append(endpoint)
                .append("` | ")
                .append(cell.replace(" / ", "<br>"))
                .append(" |\n"));
        page.append(ACTS);
        acts().forEach(act -> page.append("| ").append(act).append(" |\n"));
        page.append("\n役割：").append(String.join("、", roles.values())).append("\n");
        try {
            Files.writeString(Path.of("target/access-table.md"), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }
}
